package io.github.chainbook.suite;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.SaveText;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Tables;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dump made of one rule, with the chains declared that it stands in and leads to.
 *
 * @param text the dump
 * @param line the rule's line in it, from 1
 * @param reading what we read from it
 */
record RuleDump(String text, int line, Reading reading) {

  private static final RulesetReader READER = new RulesetReader();
  private static final List<String> BY_USE = List.of("filter", "nat", "mangle", "raw", "security");
  private static final Pattern PLACE = Pattern.compile("-[AI] (\\S+)(?: (\\d+))?.*");
  private static final Pattern LEADS = Pattern.compile(" (?:-j|-g|--jump|--goto)[ =](\\S+)");

  /**
   * The rule in this table, or if we find an error there, in the first table where we find none.
   *
   * @param family the family; empty where the rule is to tell
   * @param rule the whole line, {@code -A CHAIN} and what follows
   */
  static RuleDump of(Optional<Family> family, String table, String rule) {
    RuleDump named = in(family, table, rule);
    if (!named.reading.hasErrors()) {
      return named;
    }
    return BY_USE.stream()
        .map(other -> in(family, other, rule))
        .filter(dump -> !dump.reading.hasErrors())
        .findFirst()
        .orElse(named);
  }

  private static RuleDump in(Optional<Family> family, String table, String rule) {
    StringBuilder text = new StringBuilder("*" + table + "\n");
    chains(family, rule).forEach(chain -> text.append(":" + chain + " - [0:0]\n"));
    before(rule).forEach(line -> text.append(line + "\n"));
    text.append(rule + "\nCOMMIT\n");
    int line = (int) text.chars().filter(c -> c == '\n').count() - 1;
    SourceText source = SourceText.of("rule", text.toString());
    return new RuleDump(text.toString(), line, READER.read(source, family));
  }

  private static Set<String> chains(Optional<Family> family, String rule) {
    Set<String> chains = new LinkedHashSet<>();
    Matcher place = PLACE.matcher(rule);
    if (place.matches() && !Tables.HOOKS.contains(place.group(1))) {
      chains.add(place.group(1));
    }
    Catalogue catalogue = READER.catalogue(family.orElse(Family.IPV4));
    Matcher leads = LEADS.matcher(rule);
    while (leads.find()) {
      String name = leads.group(1);
      if (!catalogue.isVerdict(name) && catalogue.target(name).isEmpty()) {
        chains.add(name);
      }
    }
    return chains;
  }

  // -I CHAIN 3 needs two rules before it.
  private static List<String> before(String rule) {
    Matcher place = PLACE.matcher(rule);
    boolean numbered = rule.startsWith("-I") && place.matches() && place.group(2) != null;
    int rules = numbered ? Integer.parseInt(place.group(2)) - 1 : 0;
    return Collections.nCopies(rules, numbered ? "-A " + place.group(1) : "");
  }

  /** The family that it was read for. */
  Family family() {
    return reading.ruleset().family();
  }

  /** The rules that its line became: none for an error, several for a list of addresses. */
  List<Rule> rules() {
    return reading.ruleset().tables().stream()
        .flatMap(table -> table.chains().stream())
        .flatMap(chain -> chain.rules().stream())
        .filter(rule -> rule.position().line() == line)
        .toList();
  }

  /** The rule as it is written. */
  String rule() {
    return text.lines().toList().get(line - 1);
  }

  /** Whether its line, where we find an error in it, is kept: as a rule, or as it stands. */
  boolean isKept() {
    return !rules().isEmpty()
        || reading.setAside().stream().anyMatch(aside -> aside.text().equals(rule()));
  }

  /** The dump as iptables-save would print it after it is loaded. */
  String saved() {
    return SaveText.of(reading.ruleset(), false);
  }

  /** The first error; empty where there is none. */
  Optional<String> error() {
    return reading.diagnostics().stream()
        .filter(d -> d.isError())
        .findFirst()
        .map(d -> d.message() + " [" + d.code() + "]");
  }
}
