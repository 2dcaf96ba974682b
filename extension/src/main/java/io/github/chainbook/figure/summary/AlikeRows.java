package io.github.chainbook.figure.summary;

import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.summary.Draft.Line;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Puts rows together that do the same for packets that differ in a value only. */
final class AlikeRows {

  /** Fewer are as easily read as what would be said of them. */
  private static final int SHORTEST_RUN = 3;

  /** Of a longer box nobody reads the rows one by one. */
  static final int MOST_ROWS = 40;

  /** So many kinds of rules a box can show apart. */
  private static final int FEW_KINDS = 12;

  private final Messages messages;

  AlikeRows(Messages messages) {
    this.messages = messages;
  }

  /** Rows that follow one another and are alike become one. */
  List<Line> runs(List<Line> lines) {
    List<Line> shown = new ArrayList<>();
    for (int begin = 0; begin < lines.size(); ) {
      int end = begin + 1;
      while (end < lines.size() && alike(lines.get(begin), lines.get(end))) {
        end++;
      }
      List<Line> run = lines.subList(begin, end);
      if (run.size() < SHORTEST_RUN) {
        shown.addAll(run);
      } else {
        String first = run.get(0).row().label();
        String last = run.get(run.size() - 1).row().label();
        shown.add(together(run, first + "–" + last));
      }
      begin = end;
    }
    return shown;
  }

  /**
   * All rows that do the same become one, wherever they stand; those that ask other things stay
   * apart if there are few kinds of them.
   */
  List<Line> groups(List<Line> lines) {
    Map<List<Object>, List<Line>> apart = grouped(lines, true);
    Map<List<Object>, List<Line>> groups =
        apart.size() <= FEW_KINDS ? apart : grouped(lines, false);
    List<Line> shown = new ArrayList<>();
    List<Line> more = new ArrayList<>();
    for (List<Line> group : groups.values()) {
      boolean fits = shown.size() < MOST_ROWS - 1 || groups.size() == MOST_ROWS;
      if (fits) {
        shown.add(group.size() == 1 ? group.get(0) : together(group, counted(group)));
      } else {
        more.addAll(group);
      }
    }
    if (!more.isEmpty()) {
      Row first = more.get(0).row();
      List<String> rules = rules(more);
      String action = messages.text("alike.more", "n", String.valueOf(rules.size()));
      shown.add(
          new Line(
              new Row(counted(more), List.of(), Row.Kind.NONE, action, link(more), rules), null));
    }
    return shown;
  }

  private static Map<List<Object>, List<Line>> grouped(List<Line> lines, boolean byOptions) {
    Map<List<Object>, List<Line>> groups = new LinkedHashMap<>();
    for (Line line : lines) {
      Row row = line.row();
      Object what = line.to() == null ? kindOfAction(row) : line.to();
      Object asked = byOptions ? options(row) : "";
      groups.computeIfAbsent(List.of(row.kind(), what, asked), k -> new ArrayList<>()).add(line);
    }
    return groups;
  }

  private static String counted(List<Line> lines) {
    return rules(lines).size() + "×";
  }

  private static boolean alike(Line one, Line other) {
    Row a = one.row();
    Row b = other.row();
    return a.kind() == b.kind()
        && Objects.equals(one.to(), other.to())
        && a.action().equals(b.action())
        && options(a).equals(options(b));
  }

  private static List<String> options(Row row) {
    return row.conditions().stream().map(AlikeRows::option).toList();
  }

  // "! -d 10.0.0.0/8" is "! -d".
  private static String option(String condition) {
    int begin = condition.startsWith("! ") ? 2 : 0;
    int end = condition.indexOf(' ', begin);
    return end < 0 ? condition : condition.substring(0, end);
  }

  // What stands before the first blank of a goto is for its language to say.
  private static String kindOfAction(Row row) {
    return row.kind() == Row.Kind.GOTO ? "" : firstWord(row.action());
  }

  private String several(Row first) {
    return first.kind() == Row.Kind.GOTO
        ? messages.text("alike.gotos")
        : firstWord(first.action()) + " …";
  }

  private static String firstWord(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text : text.substring(0, end);
  }

  private static List<String> rules(List<Line> lines) {
    return lines.stream().flatMap(line -> line.row().rules().stream()).toList();
  }

  private Link link(List<Line> lines) {
    Link first = lines.get(0).row().link();
    String count = String.valueOf(rules(lines).size());
    return new Link(first.id(), messages.text("tip.alike", "n", count, "first", first.tip()));
  }

  private Line together(List<Line> lines, String label) {
    Row first = lines.get(0).row();
    boolean sameAction = lines.stream().allMatch(l -> l.row().action().equals(first.action()));
    String action = sameAction ? first.action() : several(first);
    Row row = new Row(label, conditions(lines), first.kind(), action, link(lines), rules(lines));
    return new Line(row, lines.get(0).to());
  }

  private List<String> conditions(List<Line> lines) {
    Row first = lines.get(0).row();
    List<String> options = options(first);
    if (!lines.stream().allMatch(line -> options(line.row()).equals(options))) {
      Set<String> common = new HashSet<>(first.conditions());
      lines.forEach(line -> common.retainAll(line.row().conditions()));
      List<String> shown = new ArrayList<>();
      first.conditions().stream().filter(common::contains).forEach(shown::add);
      shown.add(messages.text("alike.conditions"));
      return shown;
    }
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      Set<String> values = new HashSet<>();
      for (Line line : lines) {
        values.add(line.row().conditions().get(i));
      }
      boolean one = values.size() == 1;
      shown.add(
          one
              ? first.conditions().get(i)
              : messages.text(
                  unit(options.get(i)),
                  "option",
                  options.get(i),
                  "n",
                  String.valueOf(values.size())));
    }
    return shown;
  }

  private static String unit(String option) {
    return switch (option.startsWith("! ") ? option.substring(2) : option) {
      case "-s", "-d" -> "alike.addresses";
      case "-i", "-o" -> "alike.interfaces";
      case "--dport", "--sport" -> "alike.ports";
      case "--comment" -> "alike.comments";
      default -> "alike.values";
    };
  }
}
