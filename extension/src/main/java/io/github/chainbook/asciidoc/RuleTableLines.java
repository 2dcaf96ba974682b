package io.github.chainbook.asciidoc;

import io.github.chainbook.explain.Explainer;
import io.github.chainbook.explain.Phrase;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Counters;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.xtables.Family;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes the annotated rule table of a chain as AsciiDoc: its head, and a row for each rule. */
final class RuleTableLines {

  private final Ids ids;
  private final Table table;
  private final Explainer explainer;
  private final int headingLevel;
  private final Predicate<String> claim;
  private final List<String> lines = new ArrayList<>();

  /**
   * A writer for the chains of one table.
   *
   * @param ids the ids of the ruleset's parts
   * @param family the ruleset's family
   * @param headingLevel the level of a chain's heading, 1 to 5
   * @param claim takes an id; false if it has its place already
   */
  RuleTableLines(Ids ids, Family family, Table table, int headingLevel, Predicate<String> claim) {
    this.ids = ids;
    this.table = table;
    this.explainer = new Explainer(family, table);
    this.headingLevel = headingLevel;
    this.claim = claim;
  }

  List<String> lines() {
    return lines;
  }

  /** Writes a chain. */
  void chain(Chain chain, Optional<String> title) {
    String id = ids.chain(table.name(), chain.name());
    if (claim.test(id)) {
      lines.add("[[" + id + "," + AsciiDocText.escape(chain.name()) + "]]");
    }
    lines.add("[discrete.chainbook-chain]");
    lines.add("=".repeat(headingLevel + 1) + " " + code(chain.name()));
    lines.add("");
    lines.add("[.chainbook-meta]");
    // The dot parts them where no theme draws them as pills.
    lines.add(String.join(" [.cb-sep]##·## ", pills(chain)));
    lines.add("");
    if (!chain.rules().isEmpty()) {
      rules(chain, title);
    }
  }

  private List<String> pills(Chain chain) {
    List<String> pills = new ArrayList<>();
    pills.add(pill(kind(chain)));
    if (chain.builtIn()) {
      pills.add(pill("policy " + chain.policy().orElse("not stated in the dump")));
      chain
          .counters()
          .ifPresent(
              counters ->
                  pills.add(
                      pill("policy met " + counted(counters.packets().toString(), "packet"))));
    }
    List<String> from =
        table.jumpsTo(chain.name()).stream()
            .map(
                jump ->
                    xref(
                        ids.rule(table.name(), jump.from().name(), jump.rule().number()),
                        AsciiDocText.escape(jump.from().name() + " " + jump.rule().number())))
            .toList();
    if (!from.isEmpty()) {
      pills.add("[.cb-pill]##jumped to from " + String.join(", ", from) + "##");
    } else if (!chain.builtIn()) {
      pills.add(pill("nothing jumps here"));
    }
    if (chain.rules().isEmpty()) {
      pills.add(pill("no rules"));
    }
    return pills;
  }

  private String kind(Chain chain) {
    if (chain.origin() == Chain.Origin.UNDECLARED) {
      return "not declared in the dump";
    }
    return (chain.builtIn() ? "built-in chain of table " : "user chain of table ") + table.name();
  }

  private static String pill(String text) {
    return "[.cb-pill]##" + AsciiDocText.escape(text) + "##";
  }

  private void rules(Chain chain, Optional<String> title) {
    boolean counted = chain.rules().stream().anyMatch(rule -> rule.counters().isPresent());
    title.ifPresent(text -> lines.add("." + text));
    // Inside a table's cell the separator would be another one.
    lines.add(
        "[.chainbook-rules,separator=|,options=\"header\",cols=\""
            + (counted ? "<2,<18,<18,>6" : "<2,<20,<22")
            + "\"]");
    lines.add("|===");
    lines.add("| # | Rule | What it does" + (counted ? " | Met by" : ""));
    for (Rule rule : chain.rules()) {
      lines.add("");
      lines.add("| " + number(chain, rule));
      lines.add("| " + ruleText(rule));
      lines.add("| " + meaning(chain, rule));
      if (counted) {
        lines.add("| " + rule.counters().map(this::hits).orElse(""));
      }
    }
    lines.add("|===");
    lines.add("");
  }

  private String number(Chain chain, Rule rule) {
    String id = ids.rule(table.name(), chain.name(), rule.number());
    String anchor =
        claim.test(id)
            ? "[[" + id + "," + AsciiDocText.escape(chain.name() + " rule " + rule.number()) + "]]"
            : "";
    return anchor + xref(id, String.valueOf(rule.number()));
  }

  private String ruleText(Rule rule) {
    List<RuleText.Word> words = RuleText.words(rule);
    if (words.isEmpty()) {
      return "(matches everything)";
    }
    Optional<String> chainName = rule.leadsTo();
    List<String> spans = new ArrayList<>();
    for (RuleText.Word word : words) {
      String text = "[." + role(word.role()) + "]##" + AsciiDocText.escape(word.text()) + "##";
      boolean leadsOn = word.role() == RuleText.Role.TARGET && chainName.isPresent();
      spans.add(leadsOn ? xref(ids.chain(table.name(), word.text()), text) : text);
    }
    return "``" + String.join(" ", spans) + "``";
  }

  private static String role(RuleText.Role role) {
    return switch (role) {
      case MODULE -> "cb-mod";
      case NEGATION -> "cb-neg";
      case OPTION, TARGET_OPTION -> "cb-opt";
      case VALUE -> "cb-val";
      case TARGET -> "cb-tgt";
    };
  }

  private String meaning(Chain chain, Rule rule) {
    StringBuilder text = new StringBuilder();
    explainer.explain(chain, rule).phrases().forEach(phrase -> text.append(phrase(phrase)));
    return text.toString();
  }

  private String phrase(Phrase phrase) {
    String escaped = AsciiDocText.escape(phrase.text());
    if (phrase instanceof Phrase.Key) {
      return "**" + escaped + "**";
    }
    if (phrase instanceof Phrase.Code) {
      return "``" + escaped + "``";
    }
    if (phrase instanceof Phrase.ChainName) {
      return xref(ids.chain(table.name(), phrase.text()), "``" + escaped + "``");
    }
    return escaped;
  }

  private String hits(Counters counters) {
    return "[.cb-hits]##"
        + AsciiDocText.escape(counted(counters.packets().toString(), "packet"))
        + "## +\n[.cb-bytes]##"
        + AsciiDocText.escape(counted(counters.bytes().toString(), "byte"))
        + "##";
  }

  private static String counted(String number, String unit) {
    String grouped = String.format(Locale.ROOT, "%,d", new BigInteger(number));
    return grouped + " " + unit + (number.equals("1") ? "" : "s");
  }

  private static String code(String text) {
    return "``" + AsciiDocText.escape(text) + "``";
  }

  private static String xref(String id, String escapedText) {
    return "<<" + id + "," + escapedText + ">>";
  }
}
