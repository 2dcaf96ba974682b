package io.github.chainbook.asciidoc;

import io.github.chainbook.explain.profile.Annotations;
import io.github.chainbook.explain.profile.Profiles;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.text.Diagnostic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.Processor;

/**
 * The annotation profiles of a book: the built-in ones, and those in files that the attribute
 * {@code profiles} names. A file is read, and what is wrong with it reported, once.
 */
final class BookProfiles {

  private static final List<String> ENDINGS = List.of(".yaml", ".yml");

  private Profiles builtIn;
  private final Map<String, Profiles> known = new HashMap<>();

  /**
   * The notes for a ruleset, by the attributes {@code notes} and {@code profiles} of a block.
   *
   * @param attributes the block's
   * @param place where the block stands
   */
  Annotations notes(
      Processor processor,
      Document document,
      ViewAttributes attributes,
      Place place,
      Ruleset ruleset) {
    Profiles.Choice choice =
        profiles(processor, document, attributes, place)
            .select(attributes.text("notes").orElse(Profiles.AUTO), ruleset);
    choice
        .unknown()
        .forEach(
            message ->
                Reports.log(
                    processor,
                    Diagnostic.error("bad-attribute", place.position(), message),
                    place));
    return Annotations.of(ruleset, choice.profiles());
  }

  private Profiles profiles(
      Processor processor, Document document, ViewAttributes attributes, Place place) {
    Optional<String> paths = attributes.text("profiles");
    if (builtIn == null) {
      builtIn = Profiles.builtIn();
    }
    if (paths.isEmpty()) {
      return builtIn;
    }
    // A document attribute speaks of the document's folder, wherever the block stands.
    Place from =
        attributes.own("profiles").isPresent()
            ? place
            : new Place(place.file(), null, place.path(), place.line());
    String key = from.dir() + "\n" + paths.get();
    if (!known.containsKey(key)) {
      known.put(key, read(processor, document, paths.get(), from));
    }
    return known.get(key);
  }

  private Profiles read(Processor processor, Document document, String paths, Place from) {
    Profiles all = builtIn;
    for (String path : ViewAttributes.parts(paths)) {
      try {
        for (String file : DumpFile.files(document, path, from, ENDINGS)) {
          Dump text = Dump.ofFile(document, file, from);
          Profiles.Added added = all.with(text.text());
          added.problems().forEach(problem -> Reports.log(processor, problem, text));
          all = added.profiles();
        }
      } catch (DumpFile.Refused e) {
        Reports.log(processor, e.diagnostic(), from);
      }
    }
    return all;
  }
}
