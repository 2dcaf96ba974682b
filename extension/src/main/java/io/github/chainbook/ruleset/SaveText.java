package io.github.chainbook.ruleset;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.xtables.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A ruleset as iptables-legacy-save 1.8.9 prints it after iptables-legacy-restore has loaded it,
 * without comment lines: all built-in chains of a table in hook order, then the user chains by
 * name, then the rules.
 */
public final class SaveText {

  private static final Counters NONE = Counters.zero();

  /** Where lines go, each with its line end. */
  private interface Sink {
    void line(String line) throws IOException;
  }

  private final boolean counters;
  private final Sink out;
  private final StringBuilder line = new StringBuilder();

  private SaveText(boolean counters, Sink out) {
    this.counters = counters;
    this.out = out;
  }

  /**
   * The text.
   *
   * @param counters whether each rule begins with its counters
   */
  public static String of(Ruleset ruleset, boolean counters) {
    StringBuilder text = new StringBuilder();
    try {
      new SaveText(counters, text::append).tables(ruleset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Writes the text as the bytes that the dump's text was read from, line by line, so that a large
   * one needs little memory.
   *
   * @param counters whether each rule begins with its counters
   * @throws IOException as the stream does
   */
  public static void write(Ruleset ruleset, boolean counters, OutputStream out) throws IOException {
    new SaveText(counters, line -> out.write(Bytes.encode(line))).tables(ruleset);
  }

  private void tables(Ruleset ruleset) throws IOException {
    for (Table table : ruleset.tables()) {
      table(table);
    }
  }

  private void table(Table table) throws IOException {
    line.append('*').append(table.name());
    end();
    List<Chain> rules = new ArrayList<>();
    for (String hook : Tables.builtInChains(table.name())) {
      Optional<Chain> chain = table.chain(hook);
      head(hook, chain.flatMap(Chain::policy).orElse("ACCEPT"), chain.flatMap(Chain::counters));
      chain.ifPresent(rules::add);
    }
    List<Chain> own =
        table.chains().stream()
            .filter(chain -> !chain.builtIn())
            .sorted(Comparator.comparing(Chain::name, SaveText::compareBytes))
            .toList();
    for (Chain chain : own) {
      head(chain.name(), "-", Optional.empty());
    }
    rules.addAll(own);
    for (Chain chain : rules) {
      rules(chain);
    }
    line.append("COMMIT");
    end();
  }

  // libiptc sorts with strcmp, so by bytes.
  private static int compareBytes(String a, String b) {
    return java.util.Arrays.compareUnsigned(Bytes.encode(a), Bytes.encode(b));
  }

  private void head(String name, String policy, Optional<Counters> given) throws IOException {
    line.append(':').append(name).append(' ').append(policy).append(' ');
    line.append(given.orElse(NONE));
    end();
  }

  private void rules(Chain chain) throws IOException {
    for (Rule rule : chain.rules()) {
      if (counters) {
        line.append(rule.counters().orElse(NONE)).append(' ');
      }
      RuleText.appendLine(chain, rule.inFull(), line);
      end();
    }
  }

  private void end() throws IOException {
    out.line(line.append('\n').toString());
    line.setLength(0);
  }
}
