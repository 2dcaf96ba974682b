package io.github.chainbook.figure;

import java.util.List;

/**
 * A picture before it is drawn.
 *
 * @param title what it shows, in a few words
 * @param description what it shows, in sentences, for who cannot see it
 * @param boxes its boxes, in reading order
 * @param arrows its arrows
 */
public record Figure(String title, String description, List<Box> boxes, List<Arrow> arrows) {

  public Figure {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }
}
