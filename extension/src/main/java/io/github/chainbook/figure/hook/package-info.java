/** Figures of netfilter's hooks, with what a ruleset has at each, as values. */
package io.github.chainbook.figure.hook;
