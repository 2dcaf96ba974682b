package io.github.chainbook.page;

import java.util.HashMap;
import java.util.Map;

/**
 * Names for the regions of a page. A region without a title of its own is named after the heading
 * above it; of several with one name the second is "name (2)".
 */
final class Labels {

  private final Map<String, Integer> used = new HashMap<>();
  private String heading = "";

  /** Notes that a heading was passed. */
  void heading(String text) {
    heading = text;
  }

  /**
   * The name of the next region.
   *
   * @param title its own title, empty if it has none
   * @return empty only if there is no heading above either
   */
  String next(String title) {
    String name = title.isBlank() ? heading : title.strip();
    int times = used.merge(name, 1, Integer::sum);
    return times == 1 || name.isEmpty() ? name : name + " (" + times + ")";
  }
}
