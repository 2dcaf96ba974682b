package io.github.chainbook.asciidoc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One note of a block of notes, as its author wrote it: an entry of a description list.
 *
 * @param chain the chain that its term names, {@code [table/]CHAIN}
 * @param rule the rule of it: a number or a fragment; empty for the chain itself
 * @param lines what is said, in AsciiDoc: the body of the entry
 * @param line in which line of the block it begins, from 0
 */
record NoteItem(String chain, String rule, List<String> lines, int line) {

  // A fragment may hold an IPv6 address, so a term ends at colons that something else follows.
  private static final Pattern TERM = Pattern.compile("(\\S+?)(?:\\s+(\\S.*?))?::(?:\\s+(.*))?");

  private static final Pattern FENCE =
      Pattern.compile("-{4,}|\\.{4,}|={4,}|\\*{4,}|_{4,}|\\+{4,}|/{4,}|[|!,:]={3,}|`{3}.*|--");

  NoteItem {
    lines = List.copyOf(lines);
  }

  /** A term as it is named in messages. */
  String term() {
    return rule.isEmpty() ? chain : chain + " " + rule;
  }

  /** Whether nothing is said. */
  boolean isEmpty() {
    return lines.stream().allMatch(String::isBlank);
  }

  /**
   * What stands between the lines of a block.
   *
   * @param items the notes in order
   * @param stray the first line with text that stands before any note, from 0; -1 if there is none
   */
  record Parsed(List<NoteItem> items, int stray) {}

  /** Reads the lines of a block. */
  static Parsed parse(List<String> lines) {
    List<NoteItem> items = new ArrayList<>();
    List<String> body = new ArrayList<>();
    Matcher open = null;
    int begun = 0;
    int stray = -1;
    String fence = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher term = TERM.matcher(line);
      if (fence == null && !line.startsWith("//") && term.matches()) {
        add(items, open, body, begun);
        open = term;
        begun = i;
        body.clear();
        body.add(term.group(3) == null ? "" : term.group(3));
        continue;
      }
      if (fence != null ? line.strip().equals(fence) : FENCE.matcher(line.strip()).matches()) {
        fence = fence == null ? line.strip().replaceFirst("^```.*", "```") : null;
      }
      if (open != null) {
        body.add(line);
      } else if (stray < 0 && !line.isBlank() && !line.startsWith("//")) {
        stray = i;
      }
    }
    add(items, open, body, begun);
    return new Parsed(items, stray);
  }

  private static void add(List<NoteItem> items, Matcher term, List<String> body, int line) {
    if (term == null) {
      return;
    }
    int end = body.size();
    while (end > 0 && body.get(end - 1).isBlank()) {
      end--;
    }
    String rule = term.group(2) == null ? "" : unquoted(term.group(2).strip());
    items.add(new NoteItem(term.group(1), rule, new ArrayList<>(body.subList(0, end)), line));
  }

  private static String unquoted(String rule) {
    Matcher code = Pattern.compile("(`+)\\+?(.*?)\\+?\\1").matcher(rule);
    return code.matches() ? code.group(2).strip() : rule;
  }
}
