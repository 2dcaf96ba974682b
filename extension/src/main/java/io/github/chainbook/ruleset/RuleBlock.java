package io.github.chainbook.ruleset;

import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Many lines that append rules, one after another, as a dump of iptables-save has them behind the
 * chains that it declares. No line depends on another, so they are read side by side.
 */
final class RuleBlock {

  /** Fewer lines are not worth the start of other threads. */
  private static final int LEAST = 1000;

  /** Lines that one thread takes at a time. */
  private static final int CHUNK = 250;

  /** A prime number. */
  private static final int STRIDE = 61;

  /** What one thread at a time reads with; it knows what it has read before. */
  private record Reader(SavedLines lines, CommandLine.Cache cache) {}

  private final Queue<Reader> idle = new ConcurrentLinkedQueue<>();
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
    ChainNames chains = commands.chainNames();
    int chunks = (parsed.length + CHUNK - 1) / CHUNK;
    // Rules of one kind stand together. Were they read in order, the virtual machine would compile
    // the code for one kind and have to do so again for the next.
    int stride = chunks % STRIDE == 0 ? 1 : STRIDE;
    IntStream.range(0, chunks)
        .parallel()
        .forEach(i -> parseChunk((int) ((long) i * stride % chunks), chains));
  }

  private void parseChunk(int chunk, ChainNames chains) {
    Reader reader = idle.poll();
    if (reader == null) {
      reader = new Reader(commands.savedLines(chains), new CommandLine.Cache());
    }
    int end = Math.min(parsed.length, (chunk + 1) * CHUNK);
    for (int i = chunk * CHUNK; i < end; i++) {
      String line = DumpReading.withoutTrailingBlanks(source.lines().get(from + i));
      parsed[i] = reader.lines().read(line);
      if (parsed[i] == null) {
        wordByWord(i, line, reader.cache());
      }
    }
    idle.add(reader);
  }

  private void wordByWord(int index, String line, CommandLine.Cache cache) {
    try {
      parsed[index] = commands.parse(line, source.position(from + index, 1), cache);
    } catch (SyntaxError e) {
      errors[index] = e;
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
