package io.github.chainbook.suite;

import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the parameters of puppetlabs-firewall and what we read from the rule say the same. */
final class PuppetComparison {

  private final PuppetRule example;
  private final Rule rule;
  private final List<String> problems = new ArrayList<>();
  private final List<RuleOption> said = new ArrayList<>();

  private PuppetComparison(PuppetRule example, Rule rule) {
    this.example = example;
    this.rule = rule;
  }

  /** How the two differ; empty where they agree. */
  static Optional<String> difference(PuppetRule example) {
    Optional<String> error = example.dump().error();
    if (error.isPresent()) {
      return Optional.of("we refuse it: " + error.get());
    }
    List<Rule> rules = example.dump().rules();
    if (rules.size() != 1) {
      return Optional.of(rules.size() + " rules for one line");
    }
    PuppetComparison comparison = new PuppetComparison(example, rules.get(0));
    comparison.compare();
    List<String> problems = comparison.problems;
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }

  private void compare() {
    example.parameters().forEach(this::compare);
    if (example.isComplete()) {
      options().stream()
          .filter(option -> !said.contains(option) && !example.isDefault(option))
          .forEach(option -> problems.add("only we have " + RuleText.option(option)));
      if (rule.target().isPresent() && !example.parameters().containsKey("jump")) {
        problems.add("only we have the target " + rule.target().get().name());
      }
    }
  }

  private void compare(String name, String value) {
    if (name.equals("jump")) {
      String target = rule.target().map(Target::name).orElse("nil");
      expect(name, List.of(value.equals("nil") ? value : capitals(value)), List.of(target));
    } else if (!PuppetParameter.NOT_OF_THE_RULE.contains(name)) {
      PuppetParameter parameter = PuppetParameter.BY_NAME.get(name);
      if (parameter == null) {
        problems.add("no option is known for " + name);
      } else {
        expect(name, theirs(name, value, parameter), ours(parameter));
      }
    }
  }

  private void expect(String name, List<String> theirs, List<String> ours) {
    if (!theirs.equals(ours)) {
      problems.add(name + ": theirs " + theirs + ", ours " + ours);
    }
  }

  private static String capitals(String text) {
    return PuppetForm.CAPITALS.of(text);
  }

  private static List<String> theirs(String name, String value, PuppetParameter parameter) {
    List<String> values = RubyText.values(value);
    if (PuppetParameter.JOINED.contains(name)) {
      // They negate each port, iptables the list.
      boolean negated = values.stream().allMatch(v -> v.startsWith("! "));
      String list = String.join(",", values);
      values = List.of(negated ? "! " + list.replace("! ", "") : list);
    }
    return values.stream().map(v -> form(v, parameter)).toList();
  }

  private static String form(String value, PuppetParameter parameter) {
    boolean negated = value.startsWith("! ");
    String form = parameter.form().of(negated ? value.substring(2) : value);
    return negated ? "! " + form : form;
  }

  private List<String> ours(PuppetParameter parameter) {
    List<String> ours = new ArrayList<>();
    for (Map.Entry<String, List<RuleOption>> part : parts()) {
      if (parameter.modules().contains(part.getKey())) {
        for (RuleOption option : part.getValue()) {
          if (parameter.options().contains(option.name())) {
            ours.add(form(option, parameter) + behind(part.getValue(), parameter));
            said.add(option);
          }
        }
      }
    }
    boolean silent = ours.isEmpty() && !parameter.otherwise().isEmpty();
    return silent ? List.of(parameter.otherwise()) : ours;
  }

  private static String form(RuleOption option, PuppetParameter parameter) {
    String words = option.values().isEmpty() ? "true" : String.join(" ", option.words());
    return (option.negated() ? "! " : "") + parameter.form().of(words);
  }

  private String behind(List<RuleOption> options, PuppetParameter parameter) {
    StringBuilder behind = new StringBuilder();
    for (RuleOption option : options) {
      if (parameter.modules().contains("addrtype")
          && PuppetParameter.BEHIND.contains(option.name())) {
        behind.append(' ').append(option.name());
        said.add(option);
      }
    }
    return behind.toString();
  }

  // Each match and the target with its options.
  private List<Map.Entry<String, List<RuleOption>>> parts() {
    List<Map.Entry<String, List<RuleOption>>> parts = new ArrayList<>();
    for (Match match : rule.matches()) {
      parts.add(Map.entry(match.module().orElse(""), match.options()));
    }
    rule.target().ifPresent(target -> parts.add(Map.entry(target.name(), target.options())));
    return parts;
  }

  private List<RuleOption> options() {
    return parts().stream().flatMap(part -> part.getValue().stream()).toList();
  }
}
