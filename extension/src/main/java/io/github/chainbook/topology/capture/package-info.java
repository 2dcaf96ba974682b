/** Reads what commands print of a network namespace that runs: ip(8), ss(8), ipset(8), iptables. */
package io.github.chainbook.topology.capture;
