package io.github.chainbook.explain.profile;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.yaml.SchemaCheck;
import io.github.chainbook.yaml.YamlReader;
import io.github.chainbook.yaml.YamlReading;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads profiles: YAML, as {@code profile.schema.json} beside this class has it. Each defect
 * becomes one error, at its line and column; the entry that has it is left out and the rest is
 * read.
 */
final class ProfileReader {

  private static final String SCHEMA = "profile.schema.json";

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparingInt((Diagnostic d) -> d.position().line())
          .thenComparingInt(d -> d.position().column());

  private final YamlReader yaml = new YamlReader();
  private SchemaCheck schema;

  /**
   * What came of reading.
   *
   * @param profile the profile; empty where it has no name
   * @param replaces whether it takes the place of another one of its name
   * @param problems what is wrong, in the order of the lines
   */
  record Reading(Optional<Profile> profile, boolean replaces, List<Diagnostic> problems) {}

  /** Reads a profile that nobody has checked. */
  Reading read(SourceText text) {
    YamlReading reading = yaml.read(text);
    List<Diagnostic> problems = new ArrayList<>(reading.problems());
    if (reading.root().isEmpty()) {
      if (problems.isEmpty()) {
        problems.add(
            Diagnostic.error(
                "profile-value",
                text.position(0, 1),
                "expected keys such as profile, chains and rules, found nothing"));
      }
      return new Reading(Optional.empty(), false, problems);
    }
    Set<YamlValue> faulty = Collections.newSetFromMap(new IdentityHashMap<>());
    for (SchemaCheck.Fault fault : schema().faults(reading.root().get())) {
      faulty.add(fault.value());
      String code = fault.kind() == SchemaCheck.Kind.VALUE ? "profile-value" : "profile-key";
      problems.add(Diagnostic.error(code, fault.position(), fault.message()));
    }
    Reading made = make(reading.root().get(), faulty, problems);
    problems.sort(BY_PLACE);
    return made;
  }

  /** Reads a profile of ours, which the tests have checked. */
  Reading readBuiltIn(SourceText text) {
    List<Diagnostic> problems = new ArrayList<>();
    return make(yaml.read(text).root().orElseThrow(), Set.of(), problems);
  }

  private static Reading make(YamlValue root, Set<YamlValue> faulty, List<Diagnostic> problems) {
    if (!(root instanceof Mapping profile)) {
      return new Reading(Optional.empty(), false, problems);
    }
    Entries entries = new Entries(problems, faulty::contains);
    YamlValue.Entry named = profile.entries().get("profile");
    Optional<String> name =
        named == null || faulty.contains(named.value())
            ? Optional.empty()
            : Entries.text(profile, "profile");
    Optional<Profile> made =
        name.map(
            known ->
                new Profile(
                    known,
                    Entries.text(profile, "title").orElse(""),
                    Entries.text(profile, "versions").orElse(""),
                    Entries.texts(profile, "sources").toList(),
                    entries.signs(profile),
                    entries.chains(profile),
                    entries.rules(profile)));
    boolean replaces = Entries.text(profile, "replace").filter("true"::equals).isPresent();
    return new Reading(made, replaces, problems);
  }

  // Of a book without profiles of its own nothing is checked, and the library need not be loaded.
  private SchemaCheck schema() {
    if (schema == null) {
      schema = new SchemaCheck(resource(SCHEMA));
    }
    return schema;
  }

  static String resource(String name) {
    try (InputStream in = ProfileReader.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
