/**
 * The targets, {@code -j NAME}, a class each: their options, where they may stand, and how
 * iptables-save prints them. Verdicts such as ACCEPT are none.
 */
package io.github.chainbook.xtables.target;
