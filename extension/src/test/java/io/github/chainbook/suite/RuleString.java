package io.github.chainbook.suite;

import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether every word of a rule that another project writes is in what we read from it. */
final class RuleString {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");
  private static final Pattern PLACE = Pattern.compile("-[AI] \\S+(?: \\d+(?= |$))?");

  /** Other spellings of options that the lines have. */
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "--dst", "-d",
          "--destination", "-d",
          "--destination-port", "--dport",
          "--fragment", "-f",
          "--in-interface", "-i",
          "--protocol", "-p");

  /** What says nothing of a packet in a dump of IPv4, so that iptables-save leaves it out. */
  private static final List<String> SILENT = List.of("-4", "--protocol all");

  private RuleString() {}

  /** What we refuse or lose of the rule; empty where we keep it all. */
  static Optional<String> difference(String line, RuleDump dump) {
    if (dump.error().isPresent()) {
      return Optional.of("we refuse it: " + dump.error().get());
    }
    List<String> kept = new ArrayList<>();
    dump.rules().forEach(rule -> addWords(rule, kept));
    List<String> lost = written(line).stream().filter(word -> !take(word, kept)).toList();
    return lost.isEmpty() ? Optional.empty() : Optional.of("we lose " + lost);
  }

  private static List<String> written(String line) {
    String rule = " " + PLACE.matcher(line).replaceFirst("").strip() + " ";
    for (String option : SILENT) {
      rule = rule.replace(" " + option + " ", " ");
    }
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(rule);
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : word.group());
    }
    return words;
  }

  private static boolean take(String word, List<String> kept) {
    if (kept.remove(canonical(word))) {
      return true;
    }
    int equals = word.indexOf('=');
    boolean two = word.startsWith("-") && equals > 0;
    // getopt takes the = of a short option for a part of the value.
    int value = word.startsWith("--") ? equals + 1 : equals;
    return two
        ? take(word.substring(0, equals), kept) && take(word.substring(value), kept)
        : kept.remove(word + "/32") || kept.remove(word + "/128");
  }

  private static void addWords(Rule rule, List<String> words) {
    for (Match match : rule.matches()) {
      match.module().ifPresent(module -> words.addAll(List.of("-m", module)));
      match.options().forEach(option -> addWords(option, words));
    }
    rule.target()
        .ifPresent(
            target -> {
              boolean isGoto = target.kind() == Target.Kind.GOTO;
              words.addAll(List.of(isGoto ? "-g" : "-j", target.name()));
              target.options().forEach(option -> addWords(option, words));
            });
    rule.counters()
        .ifPresent(c -> Stream.of("-c", c.packets(), c.bytes()).forEach(w -> words.add("" + w)));
  }

  private static void addWords(RuleOption option, List<String> words) {
    if (option.negated()) {
      words.add("!");
    }
    words.add(option.name());
    option.words().forEach(word -> words.add(canonical(word)));
  }

  // A list of states prints in another order than it is written in.
  private static String canonical(String word) {
    String spelling = SPELLINGS.getOrDefault(word, word);
    return Arrays.stream(spelling.split(",")).sorted().collect(Collectors.joining(","));
  }
}
