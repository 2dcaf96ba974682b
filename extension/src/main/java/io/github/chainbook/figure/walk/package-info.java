/** Figures of a packet's way through a ruleset, as values. */
package io.github.chainbook.figure.walk;
