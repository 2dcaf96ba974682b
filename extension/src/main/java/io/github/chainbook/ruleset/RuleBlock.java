package io.github.chainbook.ruleset;

import io.github.chainbook.text.ByteLines;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Many lines that append rules, one after another, as a dump of iptables-save has them behind the
 * chains that it declares. Most are of few forms. No line depends on another, so the others are
 * read side by side.
 */
final class RuleBlock {

  /** Fewer lines are not worth it. */
  private static final int LEAST = 1000;

  /** Lines that one thread takes at a time. */
  private static final int CHUNK = 250;

  private final Queue<CommandLine.Cache> idle = new ConcurrentLinkedQueue<>();
  private final CommandLine commands;
  private final SourceText source;
  private final int from;
  private final SavedRule[] saved;
  private final ChainBuilder[] chains;
  private final CommandLine.Parsed[] parsed;
  private final SyntaxError[] errors;

  RuleBlock(CommandLine commands, SourceText source, int from, int count) {
    this.commands = commands;
    this.source = source;
    this.from = from;
    this.saved = new SavedRule[count];
    this.chains = new ChainBuilder[count];
    this.parsed = new CommandLine.Parsed[count];
    this.errors = new SyntaxError[count];
  }

  /**
   * How many lines from this one on are rules, whole ones in each line; 0 for too few of them.
   *
   * @param to the index behind the last line that may be read
   */
  static int length(SourceText source, int from, int to) {
    int end = from;
    while (end < to && source.startsWith(end, "-A ")) {
      end++;
    }
    // What stands behind the last one may be its end.
    return end - from > LEAST ? end - from - 1 : 0;
  }

  void read() {
    ByteLines letters =
        source.lines() instanceof ByteLines bytes ? bytes : ByteLines.lettersOf(source.lines());
    SavedLines lines = commands.savedLines(source.lines(), letters);
    int[] others = new int[saved.length];
    int count = 0;
    for (int i = 0; i < saved.length; i++) {
      saved[i] = lines.find(from + i);
      chains[i] = lines.chain();
      if (saved[i] == null) {
        others[count++] = i;
      }
    }
    if (count > 0) {
      readWords(Arrays.copyOf(others, count));
    }
  }

  private void readWords(int[] lines) {
    int chunks = (lines.length + CHUNK - 1) / CHUNK;
    IntStream.range(0, chunks)
        .parallel()
        .forEach(i -> readWords(lines, i * CHUNK, Math.min(lines.length, (i + 1) * CHUNK)));
  }

  private void readWords(int[] lines, int first, int end) {
    CommandLine.Cache known = idle.poll();
    CommandLine.Cache cache = known == null ? new CommandLine.Cache() : known;
    for (int i = first; i < end; i++) {
      readWords(lines[i], cache);
    }
    idle.add(cache);
  }

  private void readWords(int index, CommandLine.Cache cache) {
    String line = DumpReading.withoutTrailingBlanks(source.lines().get(from + index));
    try {
      parsed[index] = commands.parse(line, source.position(from + index, 1), cache);
    } catch (SyntaxError e) {
      errors[index] = e;
    }
  }

  /**
   * Adds the rule of the line of this index in the block, if its form is known.
   *
   * @param at where the line stands
   */
  boolean appends(int index, Position at) {
    if (saved[index] == null) {
      return false;
    }
    int place = chains[index].entries().size();
    chains[index].add(place, new Rule(place + 1, at, Optional.empty(), saved[index]));
    return true;
  }

  /** What another line of this index in the block says; null where it has an error. */
  CommandLine.Parsed parsed(int index) {
    return parsed[index];
  }

  /** Why the line of this index in the block cannot be read; null where it can. */
  SyntaxError error(int index) {
    return errors[index];
  }
}
