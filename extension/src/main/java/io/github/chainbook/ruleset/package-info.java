/**
 * A dump as values: ruleset, tables, chains, rules; the reader that makes them, and the writer that
 * prints a rule as iptables-save does.
 */
package io.github.chainbook.ruleset;
