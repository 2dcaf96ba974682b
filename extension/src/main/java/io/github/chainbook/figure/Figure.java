package io.github.chainbook.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** What is said of each linked part when it is pointed at, by the id that it leads to. */
  public Map<String, String> tips() {
    Map<String, String> tips = new HashMap<>();
    for (Box box : boxes) {
      tips.put(box.link().id(), box.link().tip());
      box.rows().forEach(row -> tips.put(row.link().id(), row.link().tip()));
    }
    arrows.forEach(arrow -> tips.put(arrow.link().id(), arrow.link().tip()));
    return tips;
  }
}
