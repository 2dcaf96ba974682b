package io.github.chainbook.ruleset;

import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many lines that append rules, one after another, as a dump of iptables-save has them behind the
 * chains that it declares. No line depends on another, so they are read side by side.
 */
final class RuleBlock {

  /** Fewer lines are not worth the start of other threads. */
  private static final int LEAST = 1000;

  /** Lines that one thread takes at a time. */
  private static final int CHUNK = 500;

  private final CommandLine commands;
  private final SourceText source;
  private final int from;
  private final CommandLine.Parsed[] parsed;
  private final SyntaxError[] errors;

  RuleBlock(CommandLine commands, SourceText source, int from, int count) {
    this.commands = commands;
    this.source = source;
    this.from = from;
    this.parsed = new CommandLine.Parsed[count];
    this.errors = new SyntaxError[count];
  }

  /**
   * How many lines from this one on are rules, whole ones in each line; 0 for too few of them.
   *
   * @param to the index behind the last line that may be read
   */
  static int length(List<String> lines, int from, int to) {
    int end = from;
    while (end < to && lines.get(end).startsWith("-A ")) {
      end++;
    }
    // What stands behind the last one may be its end.
    return end - from > LEAST ? end - from - 1 : 0;
  }

  void parse() {
    int chunks = (parsed.length + CHUNK - 1) / CHUNK;
    IntStream.range(0, chunks).parallel().forEach(this::parseChunk);
  }

  private void parseChunk(int chunk) {
    CommandLine.Cache cache = new CommandLine.Cache();
    int end = Math.min(parsed.length, (chunk + 1) * CHUNK);
    for (int i = chunk * CHUNK; i < end; i++) {
      String line = DumpReading.withoutTrailingBlanks(source.lines().get(from + i));
      try {
        parsed[i] = commands.parse(line, source.position(from + i, 1), cache);
      } catch (SyntaxError e) {
        errors[i] = e;
      }
    }
  }

  /** What the line of this index in the block says; null where it has an error. */
  CommandLine.Parsed parsed(int index) {
    return parsed[index];
  }

  /** Why the line of this index in the block cannot be read; null where it can. */
  SyntaxError error(int index) {
    return errors[index];
  }
}
