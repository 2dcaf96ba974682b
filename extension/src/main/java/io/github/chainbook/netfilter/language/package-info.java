/**
 * The language in which authors write packets and what they claim of them: reading, printing, and
 * checking claims against traces. Nothing in it throws on bad input.
 */
package io.github.chainbook.netfilter.language;
