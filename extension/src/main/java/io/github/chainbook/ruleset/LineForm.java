package io.github.chainbook.ruleset;

/**
 * What lines have in common that append rules and differ in nothing but the names of chains and
 * plain words of the same kinds.
 *
 * @param like the rule of one of them; the others end walks and fit hooks as it does
 * @param leadsElsewhere whether the others lead to other chains
 */
record LineForm(ParsedRule like, boolean leadsElsewhere) {}
