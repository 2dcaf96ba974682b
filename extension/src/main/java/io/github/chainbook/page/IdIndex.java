package io.github.chainbook.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Knows on which page of the book each id stands. */
final class IdIndex {

  private final Map<String, List<Leaf>> places = new HashMap<>();

  IdIndex(List<Leaf> leaves) {
    for (Leaf leaf : leaves) {
      add(leaf, leaf.body());
      leaf.footnotes().forEach(footnote -> add(leaf, footnote));
    }
  }

  private void add(Leaf leaf, Element scope) {
    for (Element element : scope.select("[id]")) {
      List<Leaf> leaves = places.computeIfAbsent(element.id(), id -> new ArrayList<>(1));
      if (!leaves.contains(leaf)) {
        leaves.add(leaf);
      }
    }
  }

  /**
   * The pages an id stands on.
   *
   * @param fragment what follows the {@code #} of a link, percent-encoded or not
   * @return usually one page; none for an unknown id; several if the book uses an id twice
   */
  List<Leaf> pages(String fragment) {
    List<Leaf> exact = places.get(fragment);
    if (exact != null) {
      return exact;
    }
    try {
      return places.getOrDefault(Percent.decode(fragment), List.of());
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
