package io.github.chainbook.suite;

import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example of puppetlabs-firewall: a rule, or the arguments that it builds for one, and the
 * parameters that mean the same.
 *
 * @param file the file below the corpus' folder
 * @param number its place in the file, from 1
 * @param dump the rule as we read it
 * @param parameters the parameters, values as Ruby writes them
 */
record PuppetRule(String file, int number, RuleDump dump, Map<String, String> parameters) {

  private static final Pattern LINE =
      Pattern.compile("(?:-t (?<table>\\S+) )?(?:-A (?<chain>\\S+) )?(?<rule>.*)");

  /** The examples of a file. */
  static List<PuppetRule> of(Corpus.Entry file) throws IOException {
    List<PuppetRule> rules = new ArrayList<>();
    for (Map<String, Object> entry : JsonTree.maps(JsonTree.of(file.bytes()))) {
      Map<String, String> parameters = new LinkedHashMap<>();
      ((Map<?, ?>) entry.get("expect")).forEach((k, v) -> parameters.put((String) k, (String) v));
      int number = rules.size() + 1;
      rules.add(new PuppetRule(file.path(), number, dump(file, entry, parameters), parameters));
    }
    return rules;
  }

  /**
   * Whether the parameters say all that the rule says: where they ask for it, and where the rule
   * was built from them.
   */
  boolean isComplete() {
    return parameters.containsKey("compare_all") || isBuilt();
  }

  private boolean isBuilt() {
    return file.contains("HASH_TO_ARGS");
  }

  /** Whether the option is there because somebody adds it to a rule that does not say it. */
  boolean isDefault(RuleOption option) {
    String text = RuleText.option(option);
    return PuppetParameter.SAVED_BY_DEFAULT.contains(text)
        || isBuilt() && PuppetParameter.BUILT_BY_DEFAULT.contains(text);
  }

  private static RuleDump dump(
      Corpus.Entry file, Map<String, Object> entry, Map<String, String> parameters) {
    String written =
        entry.get("line") != null
            ? RubyText.single((String) entry.get("line"))
            : joined(RubyText.list(arguments(entry)));
    Matcher line = LINE.matcher(written);
    if (!line.matches()) {
      throw new IllegalStateException("no rule: " + written);
    }
    String table = line.group("table") == null ? (String) entry.get("table") : line.group("table");
    String chain = line.group("chain");
    if (chain == null) {
      chain = parameters.getOrDefault("chain", "INPUT");
    }
    // Some examples of the IPv4 files have IPv6 addresses, so there the rule is asked.
    Optional<Family> family = file.family().filter(f -> f == Family.IPV6);
    return RuleDump.of(family, table, "-A " + chain + " " + line.group("rule"));
  }

  // An array that goes on in the next line has its rest in "more".
  private static String arguments(Map<String, Object> entry) {
    String arguments = (String) entry.get("args");
    if (arguments.indexOf(']') < 0 && entry.get("more") instanceof List<?> more) {
      return arguments + ", " + more.get(0);
    }
    return arguments;
  }

  private static String joined(List<String> words) {
    return String.join(" ", words.stream().map(PuppetRule::quoted).toList());
  }

  private static String quoted(String word) {
    boolean plain = word.matches("[^\\s\"'\\\\]+");
    return plain ? word : '"' + word.replaceAll("([\"'\\\\])", "\\\\$1") + '"';
  }
}
