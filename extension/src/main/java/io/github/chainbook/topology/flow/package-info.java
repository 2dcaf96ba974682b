/** Walks flows through the namespaces of a topology, hop by hop. */
package io.github.chainbook.topology.flow;
