package io.github.chainbook.ruleset;

import io.github.chainbook.text.Position;

/**
 * A line of a dump that could not be read, kept so that nothing is lost.
 *
 * @param position where it stands
 * @param text the line as it stands
 */
public record SetAside(Position position, String text) {}
