package io.github.chainbook.ruleset;

/**
 * A word that stands behind an option.
 *
 * @param text without quotes and escapes
 * @param quoted whether it was written in double quotes
 */
public record Value(String text, boolean quoted) {}
