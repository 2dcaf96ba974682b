package io.github.chainbook.xtables;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A match ({@code -m NAME}) or target ({@code -j NAME}): which options it has, where it may stand
 * and how iptables-save prints it. Built by {@link #match} or {@link #target} and the methods that
 * return a changed copy.
 */
public final class Extension {

  /** How iptables-save prints the options that a rule gives. */
  @FunctionalInterface
  public interface Canonical {
    /** The options as they print; what iptables leaves out is left out. */
    List<RuleOption> print(Options given, RuleContext rule);
  }

  /** What iptables or the kernel asks of the options together. */
  @FunctionalInterface
  public interface Check {
    /**
     * Looks at the options.
     *
     * @throws BadRule where they are refused
     */
    void check(Options given, RuleContext rule) throws BadRule;
  }

  private final String name;
  private final String title;
  private final boolean isTarget;
  private final List<OptionSpec<?>> options;
  private final List<OptionSpec<?>> mandatory;
  private final Map<String, OptionSpec<?>> bySpelling = new HashMap<>();
  private Set<Family> families = EnumSet.allOf(Family.class);
  private String savedAs;
  private Canonical canonical;
  private Check check;
  private Set<Integer> protocols = Set.of();
  private Set<String> tables = Set.of();
  private HookRule hookRule = given -> Set.of();
  private boolean remembers;
  private boolean varies;

  /** At which hooks an extension may stand, where that depends on its options. */
  @FunctionalInterface
  public interface HookRule {
    /** The hooks' built-in chains; none for all of them. */
    Set<String> hooks(Options given);
  }

  private Extension(String name, boolean isTarget, List<OptionSpec<?>> options) {
    this.name = name;
    this.title = (isTarget ? "target " : "match ") + name;
    this.isTarget = isTarget;
    this.options = List.copyOf(options);
    this.savedAs = name;
    this.mandatory = options.stream().<OptionSpec<?>>filter(OptionSpec::mandatory).toList();
    for (OptionSpec<?> option : options) {
      bySpelling.put(option.name(), option);
      option.aliases().forEach(alias -> bySpelling.put(alias, option));
    }
  }

  /** A match with these options, in the order in which iptables-save prints them. */
  public static Extension match(String name, OptionSpec<?>... options) {
    return new Extension(name, false, List.of(options));
  }

  /** A target with these options, in the order in which iptables-save prints them. */
  public static Extension target(String name, OptionSpec<?>... options) {
    return new Extension(name, true, List.of(options));
  }

  private Extension copy() {
    Extension copy = new Extension(name, isTarget, options);
    copy.families = families;
    copy.savedAs = savedAs;
    copy.canonical = canonical;
    copy.check = check;
    copy.protocols = protocols;
    copy.tables = tables;
    copy.hookRule = hookRule;
    copy.remembers = remembers;
    copy.varies = varies;
    return copy;
  }

  /** The same, but it keeps in mind that it was asked. */
  public Extension remembering() {
    Extension copy = copy();
    copy.remembers = true;
    return copy;
  }

  /** The same, but what it answers hangs on more than packet and machine. */
  public Extension varying() {
    Extension copy = copy();
    copy.varies = true;
    return copy;
  }

  /** The same, for one family only. */
  public Extension onlyFor(Family family) {
    Extension copy = copy();
    copy.families = EnumSet.of(family);
    return copy;
  }

  /** The same, printed under another name: NOTRACK is saved as CT. */
  public Extension savedAs(String other) {
    Extension copy = copy();
    copy.savedAs = other;
    return copy;
  }

  /** The same, printed otherwise than option by option in the catalogue's order. */
  public Extension printed(Canonical how) {
    Extension copy = copy();
    copy.canonical = how;
    return copy;
  }

  /** The same, with a check of the options together. */
  public Extension checked(Check what) {
    Extension copy = copy();
    copy.check = what;
    return copy;
  }

  /** The same, for rules with {@code -p} one of these protocols only. */
  public Extension onProtocols(Integer... numbers) {
    Extension copy = copy();
    copy.protocols = Set.of(numbers);
    return copy;
  }

  /** The same, in these tables only. */
  public Extension inTables(String... names) {
    Extension copy = copy();
    copy.tables = Set.of(names);
    return copy;
  }

  /** The same, in rules only that are reached from none but these built-in chains. */
  public Extension atHooks(String... names) {
    Set<String> all = Set.of(names);
    return atHooks(given -> all);
  }

  /** The same, where the hooks depend on the options. */
  public Extension atHooks(HookRule rule) {
    Extension copy = copy();
    copy.hookRule = rule;
    return copy;
  }

  /** The name, as written after {@code -m} or {@code -j}. */
  public String name() {
    return name;
  }

  /** The name under which iptables-save prints it. */
  public String savedAs() {
    return savedAs;
  }

  /** Whether it is a target; else it is a match. */
  public boolean isTarget() {
    return isTarget;
  }

  /**
   * Whether a match keeps in mind that it was asked, as one that counts does: then it makes a
   * difference which matches of a rule are asked before it.
   */
  public boolean remembers() {
    return remembers;
  }

  /**
   * Whether the answer of a match hangs on what came before, on chance or on the clock, so that for
   * one packet both are possible.
   */
  public boolean varies() {
    return varies;
  }

  /** The families that have it. */
  public Set<Family> families() {
    return Set.copyOf(families);
  }

  /** The options. */
  public List<OptionSpec<?>> options() {
    return options;
  }

  /** The protocols of which a rule must name one; none where any will do. */
  public Set<Integer> protocols() {
    return protocols;
  }

  /** The tables where it may stand; none for all of them. */
  public Set<String> tables() {
    return tables;
  }

  /** The built-in chains from which a rule with it may be reached; none for all of them. */
  public Set<String> hooks(Options given) {
    return hookRule.hooks(given);
  }

  /** The option that is spelled so in full. */
  public Optional<OptionSpec<?>> exactOption(String written) {
    return Optional.ofNullable(find(written));
  }

  /** The option that is spelled so in full; null where there is none. */
  public OptionSpec<?> find(String written) {
    return bySpelling.get(written);
  }

  /**
   * The option that is meant by these letters: a full spelling, or the beginning of just one.
   *
   * @param written with its dashes
   */
  public Optional<OptionSpec<?>> option(String written) {
    Optional<OptionSpec<?>> exact = exactOption(written);
    if (exact.isPresent()) {
      return exact;
    }
    List<OptionSpec<?>> begun =
        options.stream().<OptionSpec<?>>filter(o -> o.isAbbreviatedBy(written)).toList();
    return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
  }

  /** The options that a rule gives, as iptables-save prints them. */
  public List<RuleOption> print(Options given, RuleContext rule) {
    if (canonical != null) {
      return canonical.print(given, rule);
    }
    return given.list().size() < 2 ? given.list() : inOrder(given);
  }

  /**
   * Looks whether iptables and the kernel take these options together, in a rule of this protocol
   * and table.
   *
   * @throws BadRule where they do not
   */
  public void check(Options given, RuleContext rule) throws BadRule {
    for (OptionSpec<?> option : mandatory) {
      if (given.find(option.name()) == null) {
        throw BadRule.missing(title() + " needs the option " + option.name());
      }
    }
    for (RuleOption option : given.list()) {
      if (option.isKnown()) {
        checkCompany(option.spec(), given);
      }
    }
    if (!protocols.isEmpty() && (rule.protocolNegated() || !protocols.contains(rule.protocol()))) {
      throw BadRule.protocol(title() + " needs " + ExtensionWords.protocols(protocols));
    }
    if (!tables.isEmpty() && !tables.contains(rule.table())) {
      throw BadRule.table(
          title()
              + " has no place in table "
              + rule.table()
              + ", only in "
              + ExtensionWords.list(tables));
    }
    checkMeaning(given, rule);
  }

  /**
   * The part of {@link #check} that hangs on what the options say, not only on which there are.
   *
   * @throws BadRule where they are refused
   */
  public void checkMeaning(Options given, RuleContext rule) throws BadRule {
    if (check != null) {
      check.check(given, rule);
    }
  }

  /** Whether {@link #checkMeaning} may refuse anything. */
  public boolean checksMeaning() {
    return check != null;
  }

  private void checkCompany(OptionSpec<?> option, Options given) throws BadRule {
    for (String other : option.excludes()) {
      if (given.find(other) != null) {
        throw BadRule.at(option, option.name() + " cannot stand beside " + other);
      }
    }
    for (String other : option.requires()) {
      if (given.find(other) == null) {
        throw BadRule.at(option, option.name() + " needs the option " + other + " beside it");
      }
    }
  }

  /** How a message names it: {@code match tcp}, {@code target REDIRECT}. */
  public String title() {
    return title;
  }

  private List<RuleOption> inOrder(Options given) {
    List<RuleOption> sorted = new ArrayList<>(given.list().size());
    for (OptionSpec<?> option : options) {
      for (RuleOption present : given.list()) {
        if (present.name().equals(option.name())) {
          sorted.add(present);
        }
      }
    }
    return sorted;
  }
}
