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
 * @param notes what it leaves out or puts together, a sentence each; they stand below the boxes
 * @param leftOut the ids of the rules that no row stands for
 */
public record Figure(
    String title,
    String description,
    List<Box> boxes,
    List<Arrow> arrows,
    List<String> notes,
    List<String> leftOut) {

  public Figure {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
    notes = List.copyOf(notes);
    leftOut = List.copyOf(leftOut);
  }

  /** A figure of everything. */
  public Figure(String title, String description, List<Box> boxes, List<Arrow> arrows) {
    this(title, description, boxes, arrows, List.of(), List.of());
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
