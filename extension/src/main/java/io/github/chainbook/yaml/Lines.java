package io.github.chainbook.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a YAML text, of which those that cannot be read are emptied bit by bit. */
final class Lines {

  private static final Pattern KEY = Pattern.compile("([^\\s:#,\\[\\]{}\"']{1,100})[\"']?\\s*:");
  private static final Pattern ANCHOR = Pattern.compile("&([^\\s,\\[\\]{}]{1,100})");

  private static final int TAB = 8;

  private final List<String> lines;
  private final Set<String> lost = new HashSet<>();
  private final Set<Integer> lostLines = new HashSet<>();
  private final Set<String> lostAnchors = new HashSet<>();

  Lines(List<String> lines) {
    this.lines = new ArrayList<>(lines);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** The words before colons in lines that were emptied. */
  Set<String> lost() {
    return lost;
  }

  /** The lines that were emptied, from 0. */
  Set<Integer> lostLines() {
    return lostLines;
  }

  /** The anchors in lines that were emptied. */
  Set<String> lostAnchors() {
    return lostAnchors;
  }

  /**
   * Empties the entry or item that has this line, with all that is indented below it; where that is
   * empty already, the one that it is part of. False where nothing was left to empty.
   */
  boolean empty(int line) {
    int at = Math.min(line, lines.size() - 1);
    boolean first = true;
    while (at >= 0) {
      if (!isBlank(at)) {
        if (first || isParent(at, line)) {
          emptyEntry(at);
          return true;
        }
      }
      first = false;
      at--;
    }
    return emptyFrom(line);
  }

  private boolean isParent(int at, int line) {
    int last = Math.min(line, lines.size() - 1);
    for (int i = at + 1; i <= last; i++) {
      if (!isBlank(i) && indent(i) <= indent(at)) {
        return false;
      }
    }
    return true;
  }

  /** Empties this line and all that follow; false where nothing was left to empty. */
  boolean emptyFrom(int line) {
    boolean any = false;
    for (int i = Math.max(0, line); i < lines.size(); i++) {
      any |= emptyLine(i);
    }
    return any;
  }

  private void emptyEntry(int from) {
    int indent = indent(from);
    boolean item = isItem(from);
    emptyLine(from);
    for (int i = from + 1; i < lines.size(); i++) {
      boolean below = isBlank(i) || indent(i) > indent || !item && indent(i) == indent && isItem(i);
      if (!below) {
        return;
      }
      emptyLine(i);
    }
  }

  private boolean emptyLine(int at) {
    String line = lines.get(at);
    for (Matcher key = KEY.matcher(line); key.find(); ) {
      lost.add(key.group(1));
    }
    for (Matcher anchor = ANCHOR.matcher(line); anchor.find(); ) {
      lostAnchors.add(anchor.group(1));
    }
    // Blanks instead, so that the places of what stands below stay the same.
    lines.set(at, " ".repeat(line.codePointCount(0, line.length())));
    if (!line.isBlank()) {
      lostLines.add(at);
    }
    return !line.isBlank();
  }

  private boolean isBlank(int at) {
    String line = lines.get(at).strip();
    return line.isEmpty() || line.startsWith("#");
  }

  private boolean isItem(int at) {
    String line = lines.get(at).strip();
    return line.equals("-") || line.startsWith("- ");
  }

  private int indent(int at) {
    String line = lines.get(at);
    int indent = 0;
    while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
      indent++;
    }
    // What is indented by a tab was meant to be indented far.
    int tabs = (int) line.substring(0, indent).chars().filter(c -> c == '\t').count();
    return indent + tabs * (TAB - 1);
  }
}
