package io.github.chainbook.figure.summary;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.ChainNames;
import io.github.chainbook.figure.ChainWords;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.Selection;
import io.github.chainbook.figure.summary.Draft.Line;
import io.github.chainbook.figure.summary.Draft.Part;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts chains together whose names differ in their last part only, as KUBE-SVC-… do. */
final class Families {

  /** Programs name so many chains alike when they make one for each of something. */
  private static final int LEAST_MEMBERS = 8;

  private final ChainWords words;
  private final AlikeRows rows;

  Families(ChainWords words, AlikeRows rows) {
    this.words = words;
    this.rows = rows;
  }

  /**
   * The family of each chain that has one by its name: the beginning and {@code *}. Where too few
   * differ in their last part only, as in {@code END-1-a}, {@code END-1-b}, {@code END-2-a}, those
   * make a family by less of their names that have rules of the same shape, too.
   */
  static Map<String, String> found(Draft draft) {
    Map<String, String> families = new HashMap<>();
    List<Part> left =
        draft.boxes().stream()
            .filter(part -> part.box().kind() == Box.Kind.USER)
            .collect(Collectors.toCollection(ArrayList::new));
    for (int parts = 1; parts <= ChainNames.MOST_PARTS; parts++) {
      Map<Object, List<Part>> alike = new LinkedHashMap<>();
      for (Part part : left) {
        Object shape = parts == 1 ? "" : shape(part);
        ChainNames.beginning(part.box().name(), parts)
            .ifPresent(
                begin ->
                    alike.computeIfAbsent(List.of(begin, shape), k -> new ArrayList<>()).add(part));
      }
      for (List<Part> members : alike.values()) {
        String family =
            ChainNames.beginning(members.get(0).box().name(), parts).orElseThrow() + "*";
        if (members.size() >= LEAST_MEMBERS && !families.containsValue(family)) {
          members.forEach(member -> families.put(member.box().name(), family));
          left.removeAll(members);
        }
      }
    }
    return families;
  }

  // What its rules ask and do, without values.
  private static Object shape(Part part) {
    return part.lines().stream()
        .map(
            line ->
                List.of(
                    line.row().kind(),
                    line.row().conditions().stream().map(c -> c.split(" ", 2)[0]).toList()))
        .toList();
  }

  /** The family of each user chain that one of these globs names. */
  static Map<String, String> named(Draft draft, List<String> globs) {
    Map<String, String> families = new HashMap<>();
    for (Part part : draft.boxes()) {
      String name = part.box().name();
      globs.stream()
          .filter(glob -> part.box().kind() == Box.Kind.USER)
          .filter(glob -> Selection.matches(glob, name))
          .findFirst()
          .ifPresent(glob -> families.put(name, glob));
    }
    return families;
  }

  /** The figure with each family as one box, where its first member stood. */
  Draft together(Draft draft, Map<String, String> families) {
    Map<String, List<Part>> members = new LinkedHashMap<>();
    for (Part part : draft.boxes()) {
      String name = part.box().name();
      members.computeIfAbsent(families.getOrDefault(name, name), k -> new ArrayList<>()).add(part);
    }
    List<Part> boxes = new ArrayList<>();
    Set<String> collapsed = Set.copyOf(families.values());
    members.forEach(
        (name, parts) -> {
          boolean isFamily = collapsed.contains(name);
          List<Line> lines = new ArrayList<>();
          parts.forEach(part -> part.lines().forEach(line -> lines.add(led(line, families))));
          Box first = parts.get(0).box();
          boxes.add(
              isFamily
                  ? new Part(family(name, parts, lines), rows.groups(lines))
                  : new Part(first, lines));
        });
    return new Draft(boxes);
  }

  private Box family(String name, List<Part> parts, List<Line> lines) {
    Box first = parts.get(0).box();
    String count = String.valueOf(parts.size());
    String ruleCount = String.valueOf(lines.size());
    Messages messages = words.messages();
    String subtitle = messages.text("box.family", "n", count, "rules", ruleCount);
    String tip = messages.text("tip.family", "name", name, "n", count, "first", first.name());
    Link link = new Link(first.link().id(), tip);
    return new Box(name, Box.Kind.FAMILY, subtitle, link, words.rowsOf(name), List.of());
  }

  private Line led(Line line, Map<String, String> families) {
    String family = line.to() == null ? null : families.get(line.to());
    if (family == null) {
      return line;
    }
    Row row = line.row();
    String action = row.kind() == Row.Kind.GOTO ? words.goTo(family) : words.jump(family);
    return new Line(
        new Row(row.label(), row.conditions(), row.kind(), action, row.link(), row.rules()),
        family);
  }
}
