/**
 * What the kernel's netfilter does to a packet: hooks, tables, connection tracking, address
 * translation, routing. A trace is computed once and is a value that text, figures, claims and JSON
 * read.
 */
package io.github.chainbook.netfilter;
