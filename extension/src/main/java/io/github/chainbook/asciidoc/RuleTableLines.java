package io.github.chainbook.asciidoc;

import io.github.chainbook.explain.Explainer;
import io.github.chainbook.explain.Phrase;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Counters;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.text.AsciiDocText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the annotated rule table of a chain as AsciiDoc: its head, and a row for each rule. */
final class RuleTableLines {

  private final Ids ids;
  private final Table table;
  private final Explainer explainer;
  private final int headingLevel;
  private final Anchors anchors;
  private final List<String> lines = new ArrayList<>();

  /** Whether any counter of the table is not zero; else the dump has none worth showing. */
  private final boolean counts;

  /**
   * A writer for the chains of one table.
   *
   * @param ids the ids of the ruleset's parts
   * @param explainer what says what the table's rules do
   * @param headingLevel the level of a chain's heading, 1 to 5
   * @param anchors where ids get their place
   */
  RuleTableLines(Ids ids, Explainer explainer, Table table, int headingLevel, Anchors anchors) {
    this.ids = ids;
    this.table = table;
    this.explainer = explainer;
    this.headingLevel = headingLevel;
    this.anchors = anchors;
    this.counts =
        table.chains().stream()
            .flatMap(c -> Stream.concat(c.counters().stream(), counters(c)))
            .anyMatch(counters -> !counters.isZero());
  }

  private static Stream<Counters> counters(Chain chain) {
    return chain.rules().stream().flatMap(rule -> rule.counters().stream());
  }

  List<String> lines() {
    return lines;
  }

  /** Writes a chain. */
  void chain(Chain chain, Optional<String> title) {
    String id = ids.chain(table.name(), chain.name());
    if (anchors.claim(id)) {
      lines.add("[[" + id + "," + AsciiDocText.escape(chain.name()) + "]]");
    }
    lines.add("[discrete.chainbook-chain]");
    lines.add("=".repeat(headingLevel + 1) + " " + code(chain.name()));
    lines.add("");
    // Where there is no table for it, the title stands here.
    title.filter(text -> chain.rules().isEmpty()).ifPresent(text -> lines.add("." + text));
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
          .filter(counters -> counts)
          .ifPresent(
              counters ->
                  pills.add(
                      pill("policy met " + counted(counters.packets().toString(), "packet"))));
    }
    callers(chain, Target.Kind.JUMP, "jumped to from ").ifPresent(pills::add);
    callers(chain, Target.Kind.GOTO, "goto from ").ifPresent(pills::add);
    if (!chain.builtIn() && table.jumpsTo(chain.name()).isEmpty()) {
      pills.add(pill("nothing jumps here"));
    }
    if (chain.rules().isEmpty()) {
      pills.add(pill("no rules"));
    }
    return pills;
  }

  private Optional<String> callers(Chain chain, Target.Kind kind, String words) {
    List<String> links =
        table.jumpsTo(chain.name()).stream()
            .filter(jump -> jump.rule().target().orElseThrow().kind() == kind)
            .map(
                jump ->
                    xref(
                        ids.rule(table.name(), jump.from().name(), jump.rule().number()),
                        AsciiDocText.escape(jump.from().name() + " " + jump.rule().number())))
            .toList();
    return links.isEmpty()
        ? Optional.empty()
        : Optional.of("[.cb-pill]##" + words + String.join(", ", links) + "##");
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
    String name = AsciiDocText.escape(chain.name() + " rule " + rule.number());
    String anchor = anchors.claim(id) ? anchors.anchor(id, name) : "";
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
      boolean leadsOn = word.role() == RuleText.Role.TARGET && chainName.isPresent();
      String text = AsciiDocText.escape(word.text());
      String linked = leadsOn ? xref(ids.chain(table.name(), word.text()), text) : text;
      spans.add("[." + role(word.role()) + "]##" + linked + "##");
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

  private String xref(String id, String escapedText) {
    return anchors.link(id, escapedText);
  }
}
