/**
 * The matches, {@code -m NAME}, a class each: their options, what they ask of these together, and
 * how iptables-save prints them.
 */
package io.github.chainbook.xtables.match;
