package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options that may stand at a place of a rule: everybody's, the loaded matches', the target's.
 */
final class LoadedOptions {

  /**
   * An option of the catalogue, and where the rule keeps it.
   *
   * @param given null for the options that ask nothing of a packet
   */
  record Place(OptionSpec<?> spec, GivenOptions given) {}

  private final Catalogue catalogue;
  private final GivenOptions builtIns;
  private final List<GivenOptions> loaded = new ArrayList<>(4);
  private boolean abbreviationsSeen;

  LoadedOptions(Catalogue catalogue, GivenOptions builtIns) {
    this.catalogue = catalogue;
    this.builtIns = builtIns;
  }

  /** Adds a match or a target. */
  void load(GivenOptions given) {
    loaded.add(given);
  }

  /** Where options go that nobody here has: to the latest extension that is not described. */
  Optional<GivenOptions> undescribed() {
    for (int i = loaded.size() - 1; i >= 0; i--) {
      if (loaded.get(i).extension() == null) {
        return Optional.of(loaded.get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * The option that these letters mean, as getopt_long finds it: a full spelling counts more than
   * an abbreviation, the latest extension more than the earlier ones, and an abbreviation of two
   * options is refused. Behind an extension that the catalogue does not describe, what looks like
   * an abbreviation may be that one's own option. Null where they mean none.
   */
  Place find(Token name) throws SyntaxError {
    String written = name.text();
    OptionSpec<?> general = catalogue.general().find(written);
    if (general != null) {
      return new Place(general, null);
    }
    OptionSpec<?> builtIn = catalogue.builtIn().find(written);
    if (builtIn != null) {
      return new Place(builtIn, builtIns);
    }
    for (int i = loaded.size() - 1; i >= 0; i--) {
      GivenOptions given = loaded.get(i);
      OptionSpec<?> exact = given.extension() == null ? null : given.extension().find(written);
      if (exact != null) {
        return new Place(exact, given);
      }
    }
    return abbreviated(name);
  }

  /** Whether an option was asked for that is not spelled in full. */
  boolean abbreviationsSeen() {
    return abbreviationsSeen;
  }

  private Place abbreviated(Token name) throws SyntaxError {
    abbreviationsSeen = true;
    List<Place> begun = new ArrayList<>();
    boolean described = true;
    for (int i = loaded.size() - 1; i >= 0 && described; i--) {
      GivenOptions given = loaded.get(i);
      described = given.extension() != null;
      if (described) {
        collect(given.extension(), given, name, begun);
      }
    }
    if (described) {
      collect(catalogue.general(), null, name, begun);
      collect(catalogue.builtIn(), builtIns, name, begun);
    }
    Set<OptionSpec<?>> meanings = new LinkedHashSet<>();
    begun.forEach(place -> meanings.add(place.spec()));
    if (meanings.size() > 1) {
      throw new SyntaxError(
          "ambiguous-option",
          name.column(),
          name.text()
              + " may mean "
              + String.join(", ", meanings.stream().map(OptionSpec::longName).toList()));
    }
    return begun.isEmpty() ? null : begun.get(0);
  }

  private static void collect(
      Extension extension, GivenOptions given, Token name, List<Place> begun) {
    for (OptionSpec<?> spec : extension.options()) {
      if (spec.isAbbreviatedBy(name.text())) {
        begun.add(new Place(spec, given));
      }
    }
  }
}
