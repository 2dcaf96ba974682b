/** The machine or network namespace that packets pass: interfaces, addresses, routes, listeners. */
package io.github.chainbook.netfilter.machine;
