package io.github.chainbook.netfilter.language;

/**
 * A claim in its line.
 *
 * @param claim what is claimed
 * @param column where, in code points from 1
 */
public record Claimed(Claim claim, int column) {}
