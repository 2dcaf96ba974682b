package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.plantuml.Palette;

/**
 * How a flow's lines look: they differ in colour, in dashes and in their heads, so that who sees no
 * colours can tell them apart.
 *
 * @param style its class
 * @param color its colour
 * @param dashes an attribute for its lines; may be empty
 * @param hollow whether the heads of its arrows are
 */
record FlowLook(String style, String color, String dashes, boolean hollow) {

  /** The look of a flow, by its place in the figure from 1; after the last the first again. */
  static FlowLook of(int place) {
    int number = (place - 1) % Palette.FLOWS.size() + 1;
    String dashes =
        switch (number) {
          case 2 -> " stroke-dasharray=\"7 3\"";
          case 3 -> " stroke-dasharray=\"2 3\"";
          case 4 -> " stroke-dasharray=\"9 3 2 3\"";
          case 5 -> " stroke-dasharray=\"4 2\"";
          case 6 -> " stroke-dasharray=\"12 3 2 3 2 3\"";
          default -> "";
        };
    return new FlowLook("cb-flow-" + number, Palette.flow(place), dashes, number % 2 == 0);
  }
}
