package io.github.chainbook.explain.profile;

import io.github.chainbook.explain.profile.RulePattern.OptionPattern;
import io.github.chainbook.explain.profile.RulePattern.ValuePattern;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Mapping;
import io.github.chainbook.yaml.YamlValue.Scalar;
import io.github.chainbook.yaml.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes entries of YAML values that the schema allows. One that is wrong is left out. */
final class Entries {

  private static final String NEGATION = "! ";
  private static final List<String> ALWAYS = List.of("chain", "table");

  private final List<Diagnostic> problems;
  private final Predicate<YamlValue> faulty;

  /** An entry that is left out; why has been reported. */
  private static final class LeftOut extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Reads an entry. */
  private interface Reader<T> {
    T read(Mapping entry) throws LeftOut;
  }

  /**
   * A maker of entries.
   *
   * @param problems where problems go
   * @param faulty whether a value was found to be wrong before
   */
  Entries(List<Diagnostic> problems, Predicate<YamlValue> faulty) {
    this.problems = problems;
    this.faulty = faulty;
  }

  List<ChainPattern> signs(Mapping profile) {
    return all(profile, "recognise", this::chainPattern);
  }

  List<ChainEntry> chains(Mapping profile) {
    return all(
        profile,
        "chains",
        entry -> {
          ChainPattern pattern = chainPattern(entry);
          return new ChainEntry(pattern, note(entry, pattern.names()), isOtherwise(entry));
        });
  }

  List<RuleEntry> rules(Mapping profile) {
    return all(
        profile,
        "rules",
        entry -> {
          RulePattern pattern = rulePattern(entry);
          if (pattern.asksNothing()) {
            throw leftOut(
                Diagnostic.error(
                    "profile-key",
                    entry.position(),
                    "expected an entry with the key note and what it is about, such as"
                        + " { port: 15006, note: … }, found a note alone"));
          }
          return new RuleEntry(pattern, note(entry, pattern.names()), isOtherwise(entry));
        });
  }

  private <T> List<T> all(Mapping profile, String key, Reader<T> reader) {
    List<T> made = new ArrayList<>();
    YamlValue list = value(profile, key);
    if (list instanceof Sequence sequence && !faulty.test(list)) {
      for (YamlValue item : sequence.items()) {
        if (item instanceof Mapping entry && !isFaulty(entry)) {
          try {
            made.add(reader.read(entry));
          } catch (LeftOut e) {
            continue;
          }
        }
      }
    }
    return made;
  }

  private boolean isFaulty(YamlValue value) {
    return faulty.test(value)
        || value instanceof Mapping mapping
            && mapping.entries().values().stream().anyMatch(entry -> isFaulty(entry.value()));
  }

  private ChainPattern chainPattern(Mapping entry) throws LeftOut {
    RulePattern place =
        new RulePattern(
            text(entry, "table"),
            glob(entry, "chain"),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty());
    return new ChainPattern(place, inner(entry, "holds"), inner(entry, "reached-by"));
  }

  private Optional<RulePattern> inner(Mapping entry, String key) throws LeftOut {
    return value(entry, key) instanceof Mapping mapping
        ? Optional.of(rulePattern(mapping))
        : Optional.empty();
  }

  private RulePattern rulePattern(Mapping entry) throws LeftOut {
    List<OptionPattern> options = new ArrayList<>();
    if (value(entry, "with") instanceof Mapping with) {
      for (Map.Entry<String, YamlValue.Entry> option : with.entries().entrySet()) {
        boolean negated = option.getKey().startsWith(NEGATION);
        String name = option.getKey().substring(negated ? NEGATION.length() : 0);
        options.add(new OptionPattern(name, negated, glob((Scalar) option.getValue().value())));
      }
    }
    Optional<Glob> comment = glob(entry, "comment");
    comment.ifPresent(glob -> options.add(new OptionPattern("--comment", false, glob)));
    List<ValuePattern> values = new ArrayList<>();
    for (ValueKind kind : ValueKind.values()) {
      Optional<Glob> glob = glob(entry, kind.key());
      glob.ifPresent(value -> values.add(new ValuePattern(kind, value)));
    }
    return new RulePattern(
        text(entry, "table"),
        glob(entry, "chain"),
        glob(entry, "target"),
        options,
        values,
        fragment(entry));
  }

  private Optional<String> fragment(Mapping entry) throws LeftOut {
    if (!(value(entry, "rule") instanceof Scalar written)) {
      return Optional.empty();
    }
    if (!Fragments.isOne(written.text())) {
      throw leftOut(
          Diagnostic.error(
              "profile-value",
              written.position(),
              "expected rule text as in references, such as -p tcp -j RETURN, found "
                  + written.shown()));
    }
    return Optional.of(written.text());
  }

  private NoteText note(Mapping entry, Set<String> captured) throws LeftOut {
    Set<String> known = new TreeSet<>(captured);
    known.addAll(ALWAYS);
    Scalar written = (Scalar) value(entry, "note");
    try {
      return NoteText.parse(written.text().strip(), known);
    } catch (BadPattern e) {
      throw leftOut(bad(written, e));
    }
  }

  private Optional<Glob> glob(Mapping entry, String key) throws LeftOut {
    return value(entry, key) instanceof Scalar written
        ? Optional.of(glob(written))
        : Optional.empty();
  }

  private Glob glob(Scalar written) throws LeftOut {
    try {
      return Glob.parse(written.text());
    } catch (BadPattern e) {
      throw leftOut(bad(written, e));
    }
  }

  private static Diagnostic bad(Scalar written, BadPattern e) {
    return Diagnostic.error("profile-value", written.position(e.index()), e.getMessage());
  }

  private LeftOut leftOut(Diagnostic why) {
    problems.add(why);
    return new LeftOut();
  }

  private static boolean isOtherwise(Mapping entry) {
    return text(entry, "otherwise").filter("true"::equals).isPresent();
  }

  static Optional<String> text(Mapping mapping, String key) {
    return value(mapping, key) instanceof Scalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** The texts of a list. */
  static Stream<String> texts(Mapping mapping, String key) {
    return value(mapping, key) instanceof Sequence list
        ? list.items().stream().filter(Scalar.class::isInstance).map(item -> ((Scalar) item).text())
        : Stream.empty();
  }

  private static YamlValue value(Mapping mapping, String key) {
    YamlValue.Entry entry = mapping.entries().get(key);
    return entry == null ? null : entry.value();
  }
}
