package io.github.chainbook.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of other projects of which we know that we differ, and why: a list in a file. */
final class KnownDifferences {

  private final Map<String, String> wordByPlace;

  private KnownDifferences(Map<String, String> wordByPlace) {
    this.wordByPlace = wordByPlace;
  }

  /** The list of this name beside this class. */
  static KnownDifferences of(String name) throws IOException {
    try (InputStream in = KnownDifferences.class.getResourceAsStream(name)) {
      return new KnownDifferences(
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" ", 4))
              .collect(toMap(fields -> fields[0] + " " + fields[1], fields -> fields[2])));
    }
  }

  /**
   * What the list does not say: each result that differs and is not in it, or differs otherwise,
   * and each place in it that does not differ.
   */
  List<String> surprises(List<PeerResult> results) {
    List<String> surprises = new ArrayList<>();
    List<String> stale = new ArrayList<>(wordByPlace.keySet());
    for (PeerResult result : results) {
      String word = wordByPlace.get(result.key());
      if (result.difference().isPresent()) {
        stale.remove(result.key());
        if (word == null || !result.difference().get().contains(word)) {
          surprises.add(result.toString());
        }
      }
    }
    stale.forEach(place -> surprises.add(place + ": known to differ, and does not"));
    return surprises;
  }
}
