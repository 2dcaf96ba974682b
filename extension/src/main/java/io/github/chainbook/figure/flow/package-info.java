/**
 * What figures of a topology have in common: what is said of the hops of a flow, and where that
 * leads.
 */
package io.github.chainbook.figure.flow;
