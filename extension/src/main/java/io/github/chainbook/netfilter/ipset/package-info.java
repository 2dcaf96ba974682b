/**
 * Sets of addresses, ports and the like as {@code ipset save} prints them, and whether a packet is
 * in one; ipset(8) and the kernel's {@code net/netfilter/ipset}.
 */
package io.github.chainbook.netfilter.ipset;
