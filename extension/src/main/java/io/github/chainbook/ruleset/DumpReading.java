package io.github.chainbook.ruleset;

import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One reading of one dump, for one family. */
final class DumpReading {

  private final SourceText source;
  private final Family family;
  private final Sections sections;
  private final ChainLines chainLines;
  private final LineFaults faults;
  private final List<String> comments = new ArrayList<>();
  private final Statements statements;
  private final DamagedLines damaged;
  private int end;

  /**
   * A reading.
   *
   * @param isRuleList whether the dump is what {@code iptables -S} prints
   */
  DumpReading(
      SourceText source,
      boolean isRuleList,
      Catalogue catalogue,
      Family family,
      Findings findings) {
    this.source = source;
    this.family = family;
    this.sections = new Sections(source, catalogue, family, findings);
    this.chainLines = new ChainLines(sections, findings);
    this.faults = new LineFaults(findings);
    UnnamedTables unnamed = new UnnamedTables(sections, source, isRuleList, findings);
    this.statements = new Statements(sections, unnamed, chainLines);
    WrappedLines wrapped = new WrappedLines(source.lines());
    this.damaged = new DamagedLines(source, sections, statements, wrapped, comments, findings);
  }

  /**
   * Reads the dump.
   *
   * @param parts the parts of which those of the family are read; empty where all are
   */
  Ruleset read(Optional<DumpParts> parts) {
    if (parts.isPresent()) {
      for (DumpParts.Part part : parts.get().parts()) {
        if (part.family() == family) {
          read(part.from(), part.to());
        }
      }
    } else {
      read(0, source.lines().size());
    }
    return new Ruleset(family, sections.tables(), comments);
  }

  private void read(int from, int to) {
    end = to;
    for (int i = from; i < to; ) {
      int rules = sections.isOpen() ? RuleBlock.length(source, i, to) : 0;
      if (rules > 0) {
        i += rules(i, rules);
      } else {
        i += chainLines.readPlain(source, i) ? 1 : line(i);
      }
    }
    sections.endPart(source.position(Math.max(from, to - 1), 1));
  }

  /** Reads many rules at once; returns how many. */
  private int rules(int from, int count) {
    RuleBlock block = new RuleBlock(sections.commands(), source, from, count);
    block.read();
    for (int i = 0; i < count; i++) {
      Position at = source.position(from + i, 1);
      if (block.appends(i, at)) {
        continue;
      }
      String line = source.lines().get(from + i);
      faults.refuseLength(line, at);
      if (block.error(i) == null) {
        sections.commands().append(block.parsed(i), line, at);
      } else {
        damaged.unreadable(block.error(i), withoutTrailingBlanks(line), from + i, end);
      }
    }
    sections.seeRules();
    return count;
  }

  /** Reads the line with this index; returns how many lines that took. */
  private int line(int index) {
    String text = withoutTrailingBlanks(source.lines().get(index));
    Position at = source.position(index, 1);
    String body = text.stripLeading();
    if (body.isEmpty()) {
      return 1;
    }
    int indent = text.length() - body.length();
    faults.refuseLength(source.lines().get(index), at);
    if (body.charAt(0) == '#') {
      comments.add(body);
      faults.refuseIndent(indent, at);
      return 1;
    }
    int taken = damaged.joined(index, end, at);
    if (taken > 0) {
      return taken;
    }
    try {
      statements.read(text, body, index, end, at);
      faults.refuseIndent(body.charAt(0) == '-' ? 0 : indent, at);
    } catch (SyntaxError e) {
      damaged.unreadable(e, text, index, end);
    }
    return 1;
  }

  // Only blanks of ASCII: to iptables others are letters, and a comment may end with one.
  static String withoutTrailingBlanks(String line) {
    int end = line.length();
    while (end > 0 && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000b';
  }
}
