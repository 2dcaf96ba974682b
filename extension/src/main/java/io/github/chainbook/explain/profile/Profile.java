package io.github.chainbook.explain.profile;

import io.github.chainbook.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a system that writes rules: what its chains are for, and what its ports, marks,
 * users and addresses mean.
 */
public final class Profile {

  private final String name;
  private final String title;
  private final String versions;
  private final List<String> sources;
  private final List<ChainPattern> recognise;
  private final List<ChainEntry> chains;
  private final List<RuleEntry> rules;

  Profile(
      String name,
      String title,
      String versions,
      List<String> sources,
      List<ChainPattern> recognise,
      List<ChainEntry> chains,
      List<RuleEntry> rules) {
    this.name = name;
    this.title = title;
    this.versions = versions;
    this.sources = List.copyOf(sources);
    this.recognise = List.copyOf(recognise);
    this.chains = List.copyOf(chains);
    this.rules = List.copyOf(rules);
  }

  /** Its name, as the attribute {@code notes} has it: {@code istio}. */
  public String name() {
    return name;
  }

  /** Its title for readers: {@code Istio}. */
  public String title() {
    return title;
  }

  /** The versions of the system that it holds for; the empty text where that is not said. */
  public String versions() {
    return versions;
  }

  /** Where its facts are from: addresses of pages. */
  public List<String> sources() {
    return sources;
  }

  /** What it says of chains. */
  List<ChainEntry> chains() {
    return chains;
  }

  /** What it says of rules. */
  List<RuleEntry> rules() {
    return rules;
  }

  /** Whether the system probably wrote rules of a ruleset. */
  public boolean recognises(Ruleset ruleset) {
    Fragments fragments = new Fragments(ruleset.family());
    return ruleset.tables().stream()
        .anyMatch(
            table ->
                table.chains().stream()
                    .anyMatch(
                        chain ->
                            recognise.stream()
                                .anyMatch(p -> p.match(table, chain, fragments).isPresent())));
  }

  /**
   * This profile with what another one of the same name adds. An entry that asks for the same as
   * one of this profile takes its place.
   */
  Profile extendedBy(Profile other) {
    Map<ChainPattern, ChainEntry> allChains = new LinkedHashMap<>();
    other.chains.forEach(entry -> allChains.put(entry.pattern(), entry));
    chains.forEach(entry -> allChains.putIfAbsent(entry.pattern(), entry));
    Map<RulePattern, RuleEntry> allRules = new LinkedHashMap<>();
    other.rules.forEach(entry -> allRules.put(entry.pattern(), entry));
    rules.forEach(entry -> allRules.putIfAbsent(entry.pattern(), entry));
    List<String> allSources = new ArrayList<>(sources);
    allSources.addAll(other.sources);
    List<ChainPattern> allSigns = new ArrayList<>(recognise);
    allSigns.addAll(other.recognise);
    return new Profile(
        name,
        other.title.isEmpty() ? title : other.title,
        other.versions.isEmpty() ? versions : other.versions,
        allSources,
        allSigns,
        List.copyOf(allChains.values()),
        List.copyOf(allRules.values()));
  }
}
