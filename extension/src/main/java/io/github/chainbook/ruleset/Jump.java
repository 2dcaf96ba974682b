package io.github.chainbook.ruleset;

/**
 * A rule that leads to another chain.
 *
 * @param from the chain that holds the rule
 * @param rule the rule
 */
public record Jump(Chain from, Rule rule) {}
