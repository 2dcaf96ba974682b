package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.Catalogue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options that may stand at a place of a rule: everybody's, the loaded matches', the target's.
 */
final class LoadedOptions {

  /** An option of the catalogue, and where the rule keeps it. */
  record Place(OptionSpec spec, List<RuleOption> options) {}

  /**
   * A loaded match, or the target.
   *
   * @param known its options, where the catalogue has them
   * @param options where the rule keeps its options
   */
  private record Owner(Optional<Extension> known, List<RuleOption> options) {}

  private final List<Place> everybodys = new ArrayList<>();
  private final Deque<Owner> latestFirst = new ArrayDeque<>();

  LoadedOptions(Catalogue catalogue, List<RuleOption> builtIns) {
    everybodys.addAll(places(catalogue.general(), List.of()));
    everybodys.addAll(places(catalogue.builtIn(), builtIns));
  }

  private static List<Place> places(Extension extension, List<RuleOption> options) {
    return extension.options().stream().map(spec -> new Place(spec, options)).toList();
  }

  /** Adds a match or a target whose options are to be kept in this list. */
  void load(Optional<Extension> known, List<RuleOption> options) {
    latestFirst.push(new Owner(known, options));
  }

  /** Where options go that nobody here has: to the latest extension that is not described. */
  Optional<List<RuleOption>> undescribed() {
    return latestFirst.stream().filter(o -> o.known().isEmpty()).map(Owner::options).findFirst();
  }

  /**
   * The option that these letters mean, as getopt_long finds it: a full spelling counts more than
   * an abbreviation, and an abbreviation of two options is refused. Behind an extension that the
   * catalogue does not describe, what looks like an abbreviation may be that one's own option.
   */
  Optional<Place> find(Token name) throws SyntaxError {
    List<Place> all = new ArrayList<>(everybodys);
    List<Place> abbreviable = new ArrayList<>();
    boolean described = true;
    for (Owner owner : latestFirst) {
      described &= owner.known().isPresent();
      List<Place> own = owner.known().map(e -> places(e, owner.options())).orElse(List.of());
      all.addAll(own);
      abbreviable.addAll(described ? own : List.of());
    }
    String written = name.text();
    Optional<Place> exact = all.stream().filter(p -> p.spec().isCalled(written)).findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    abbreviable.addAll(described ? everybodys : List.of());
    abbreviable.removeIf(p -> !p.spec().isAbbreviatedBy(written));
    refuseAmbiguity(name, abbreviable);
    return abbreviable.stream().findFirst();
  }

  private static void refuseAmbiguity(Token name, List<Place> begun) throws SyntaxError {
    Set<String> meanings = new LinkedHashSet<>();
    begun.forEach(place -> meanings.add(place.spec().longName()));
    if (meanings.size() > 1) {
      throw new SyntaxError(
          "ambiguous-option",
          name.column(),
          name.text() + " may mean " + String.join(", ", meanings));
    }
  }
}
