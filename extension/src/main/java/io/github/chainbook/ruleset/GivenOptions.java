package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The options that a line gives to one match, to its target, or to neither. */
final class GivenOptions {

  private final String name;
  private final Extension extension;
  private final int column;
  private final List<RuleOption> options = new ArrayList<>(4);
  private final List<Integer> columns = new ArrayList<>(4);
  private Options given;
  private boolean hasUnknown;

  /**
   * Options of an extension.
   *
   * @param name the name behind {@code -m} or {@code -j}
   * @param extension the extension; null for one that the catalogue does not have
   * @param column where its name stands
   */
  GivenOptions(String name, Extension extension, int column) {
    this.name = name;
    this.extension = extension;
    this.column = column;
  }

  String name() {
    return name;
  }

  /** The extension; null for one that the catalogue does not have. */
  Extension extension() {
    return extension;
  }

  int column() {
    return column;
  }

  boolean isEmpty() {
    return options.isEmpty();
  }

  int size() {
    return options.size();
  }

  /** The option of this index. */
  RuleOption option(int index) {
    return options.get(index);
  }

  /** Where the option of this index stands. */
  int column(int index) {
    return columns.get(index);
  }

  boolean has(OptionSpec<?> spec) {
    for (RuleOption option : options) {
      if (option.name().equals(spec.name())) {
        return true;
      }
    }
    return false;
  }

  void add(RuleOption option, int at) {
    options.add(option);
    columns.add(at);
    hasUnknown |= !option.isKnown();
  }

  /** The options as iptables-save prints them, if iptables and the kernel take them together. */
  List<RuleOption> checked(RuleContext rule) throws SyntaxError {
    if (extension == null) {
      return options;
    }
    given = new Options(options);
    try {
      extension.check(given, rule);
    } catch (BadRule e) {
      throw new SyntaxError(e.code(), columnOf(e), e.getMessage());
    }
    return printed(rule);
  }

  // What the catalogue could not make sense of stays as it stands.
  private List<RuleOption> printed(RuleContext rule) {
    List<RuleOption> printed = extension.print(given, rule);
    if (!hasUnknown) {
      return printed;
    }
    List<RuleOption> verbatim = options.stream().filter(option -> !option.isKnown()).toList();
    List<RuleOption> all = new ArrayList<>(printed);
    verbatim.stream().filter(option -> !printed.contains(option)).forEach(all::add);
    return all;
  }

  /**
   * The built-in chains from which a rule with these may be reached; none for all of them. To be
   * asked when the options are checked.
   */
  Set<String> hooks() {
    return extension == null ? Set.of() : extension.hooks(given);
  }

  private int columnOf(BadRule error) {
    return error.option().map(this::columnOf).orElse(column);
  }

  /** Where this option stands. */
  int columnOf(OptionSpec<?> spec) {
    return columnOf(spec.name());
  }

  private int columnOf(String option) {
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).name().equals(option)) {
        return columns.get(i);
      }
    }
    return column;
  }

  /** The same with this option instead of the one of its name. */
  GivenOptions withInstead(RuleOption option) {
    GivenOptions copy = new GivenOptions(name, extension, column);
    for (int i = 0; i < options.size(); i++) {
      boolean same = options.get(i).name().equals(option.name());
      copy.add(same ? option : options.get(i), columns.get(i));
    }
    return copy;
  }
}
