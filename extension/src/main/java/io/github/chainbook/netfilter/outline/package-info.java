/** Traces arranged for readers: what came of a packet in a few words, and its way as a tree. */
package io.github.chainbook.netfilter.outline;
