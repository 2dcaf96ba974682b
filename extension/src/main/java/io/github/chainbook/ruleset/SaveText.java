package io.github.chainbook.ruleset;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.xtables.Tables;
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

  private final boolean counters;
  private final StringBuilder out = new StringBuilder();

  private SaveText(boolean counters) {
    this.counters = counters;
  }

  /**
   * The text.
   *
   * @param counters whether each rule begins with its counters
   */
  public static String of(Ruleset ruleset, boolean counters) {
    SaveText text = new SaveText(counters);
    ruleset.tables().forEach(text::table);
    return text.out.toString();
  }

  private void table(Table table) {
    out.append('*').append(table.name()).append('\n');
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
    own.forEach(chain -> head(chain.name(), "-", Optional.empty()));
    rules.addAll(own);
    rules.forEach(this::rules);
    out.append("COMMIT\n");
  }

  // libiptc sorts with strcmp, so by bytes.
  private static int compareBytes(String a, String b) {
    return java.util.Arrays.compareUnsigned(Bytes.encode(a), Bytes.encode(b));
  }

  private void head(String name, String policy, Optional<Counters> given) {
    out.append(':').append(name).append(' ').append(policy).append(' ');
    out.append(given.orElse(NONE)).append('\n');
  }

  private void rules(Chain chain) {
    for (Rule rule : chain.rules()) {
      if (counters) {
        out.append(rule.counters().orElse(NONE)).append(' ');
      }
      RuleText.appendLine(chain, rule, out);
      out.append('\n');
    }
  }
}
