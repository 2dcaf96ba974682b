package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.Optional;

/** Reads texts for tests. */
public final class Dumps {

  private Dumps() {}

  /** What comes of reading a text as the file {@code t}. */
  public static Reading read(String text) {
    return read(SourceText.of("t", text));
  }

  /** What comes of reading a source. */
  public static Reading read(SourceText source) {
    return new RulesetReader().read(source, Optional.empty());
  }

  /** The only table of a text. */
  static Table table(String text) {
    List<Table> tables = read(text).ruleset().tables();
    if (tables.size() != 1) {
      throw new AssertionError("expected one table, found " + tables.size());
    }
    return tables.get(0);
  }

  /** A filter table that holds these lines. */
  static String filter(String... lines) {
    return "*filter\n" + String.join("\n", lines) + "\nCOMMIT\n";
  }

  /** A nat table that holds these lines. */
  static String nat(String... lines) {
    return "*nat\n" + String.join("\n", lines) + "\nCOMMIT\n";
  }

  /** Line, column and code of each diagnostic. */
  static List<String> findings(Reading reading) {
    return reading.diagnostics().stream().map(Dumps::finding).toList();
  }

  private static String finding(Diagnostic d) {
    return d.position().line() + ":" + d.position().column() + " " + d.code();
  }

  /** A ruleset as iptables-save prints one, without comment lines. */
  public static String print(Ruleset ruleset) {
    StringBuilder out = new StringBuilder();
    for (Table table : ruleset.tables()) {
      out.append('*').append(table.name()).append('\n');
      for (Chain chain : table.chains()) {
        String policy = chain.policy().orElse(chain.builtIn() ? "ACCEPT" : "-");
        out.append(':').append(chain.name()).append(' ').append(policy).append(" [0:0]\n");
      }
      for (Chain chain : table.chains()) {
        chain.rules().forEach(rule -> out.append(RuleText.line(chain, rule)).append('\n'));
      }
      out.append("COMMIT\n");
    }
    return out.toString();
  }
}
