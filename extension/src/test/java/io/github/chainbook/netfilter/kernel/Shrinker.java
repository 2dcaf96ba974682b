package io.github.chainbook.netfilter.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a case small: takes away packets, tables, chains, rules, options of rules and fields of
 * packets as long as what is wrong with it stays wrong.
 */
final class Shrinker {

  private static final List<String> RULES = List.of("rules", "rules6", "ipset");

  /** Asks whether a smaller case is still wrong. */
  interface Check {
    /** Whether it is wrong in the same way. */
    boolean isWrong(Map<String, Object> one) throws java.io.IOException;
  }

  private final Check check;
  private Map<String, Object> best;

  private Shrinker(Map<String, Object> one, Check check) {
    this.best = one;
    this.check = check;
  }

  /** The smallest case that it comes to. */
  static Map<String, Object> shrink(Map<String, Object> one, Check check)
      throws java.io.IOException {
    Shrinker shrinker = new Shrinker(one, check);
    shrinker.packets();
    int before;
    do {
      before = Json.text(shrinker.best).length();
      for (String field : RULES) {
        shrinker.sections(field);
        shrinker.lines(field);
        shrinker.options(field);
      }
      shrinker.fields("env");
      shrinker.packetFields();
    } while (Json.text(shrinker.best).length() < before);
    return shrinker.best;
  }

  private boolean accept(Map<String, Object> smaller) throws java.io.IOException {
    if (check.isWrong(smaller)) {
      best = smaller;
      return true;
    }
    return false;
  }

  private boolean with(String field, Object value) throws java.io.IOException {
    Map<String, Object> smaller = new LinkedHashMap<>(best);
    smaller.put(field, value);
    return accept(smaller);
  }

  // One packet alone is the usual end; where earlier ones matter, halves go first.
  private void packets() throws java.io.IOException {
    List<Object> all = new ArrayList<>((List<?>) best.get("packets"));
    for (Object packet : all) {
      if (all.size() > 1 && with("packets", List.of(packet))) {
        return;
      }
    }
    remove(all, rest -> with("packets", rest));
  }

  private void sections(String field) throws java.io.IOException {
    if (best.get(field) instanceof String text) {
      List<Object> sections = new ArrayList<>(List.of(text.split("(?<=COMMIT\n)")));
      remove(sections, rest -> with(field, joined(rest, "")));
    }
  }

  private void lines(String field) throws java.io.IOException {
    if (best.get(field) instanceof String text) {
      remove(
          new ArrayList<>(List.of(text.split("(?<=\n)"))), rest -> with(field, joined(rest, "")));
    }
  }

  // Words go one by one, with what stands behind them where that does not work.
  private void options(String field) throws java.io.IOException {
    if (!(best.get(field) instanceof String text)) {
      return;
    }
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    for (int i = 0; i < lines.size(); i++) {
      int at = i;
      List<Object> words = new ArrayList<>(List.of(lines.get(i).strip().split(" ")));
      for (int size = 4; size > 0 && lines.get(i).startsWith("-A"); size--) {
        for (int from = words.size() - size; from >= 2; from--) {
          List<Object> rest = new ArrayList<>(words);
          rest.subList(from, from + size).clear();
          List<String> others = new ArrayList<>(lines);
          others.set(at, joined(rest, " ") + "\n");
          if (with(field, String.join("", others))) {
            words = rest;
            lines = others;
            from = Math.min(from, words.size() - size + 1);
          }
        }
      }
    }
  }

  private void fields(String name) throws java.io.IOException {
    if (best.get(name) instanceof Map<?, ?> map) {
      remove(new ArrayList<>(map.keySet()), rest -> with(name, kept(map, rest)));
    }
  }

  private void packetFields() throws java.io.IOException {
    List<Map<String, Object>> packets = Json.maps(best, "packets");
    for (int i = 0; i < packets.size(); i++) {
      int at = i;
      Map<String, Object> packet = packets.get(i);
      remove(
          new ArrayList<>(packet.keySet()),
          rest -> {
            List<Object> others = new ArrayList<>(Json.maps(best, "packets"));
            others.set(at, kept(packet, rest));
            return with("packets", others);
          });
    }
  }

  private static Map<Object, Object> kept(Map<?, ?> map, List<Object> names) {
    Map<Object, Object> kept = new LinkedHashMap<>(map);
    kept.keySet().retainAll(names);
    return kept;
  }

  private static String joined(List<Object> parts, String between) {
    return String.join(between, parts.stream().map(Object::toString).toList());
  }

  /** Tries a list with less in it. */
  private interface Attempt {
    boolean holds(List<Object> rest) throws java.io.IOException;
  }

  private static void remove(List<Object> parts, Attempt attempt) throws java.io.IOException {
    List<Object> left = parts;
    for (int size = Math.max(1, left.size() / 2); size > 0; size /= 2) {
      for (int from = left.size() - size; from >= 0; from -= size) {
        Optional<List<Object>> rest = without(left, from, size);
        if (rest.isPresent() && attempt.holds(rest.get())) {
          left = rest.get();
          from = Math.min(from, left.size());
        }
      }
    }
  }

  private static Optional<List<Object>> without(List<Object> parts, int from, int size) {
    if (from < 0 || from + size > parts.size()) {
      return Optional.empty();
    }
    List<Object> rest = new ArrayList<>(parts);
    rest.subList(from, from + size).clear();
    return Optional.of(rest);
  }
}
