package io.github.chainbook.asciidoc;

import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A packet in the attributes of a macro, and what is claimed of it.
 *
 * @param line both, and where they stand
 * @param dump both as one line of the language
 */
record MacroPacket(MacroLine line, Dump dump) {

  /** The packet in {@code packet} and the claims in {@code expect}; empty if there is no packet. */
  static Optional<MacroPacket> of(Map<String, Object> attributes, Place place) {
    return written(attributes.get("packet"))
        .map(
            packet -> {
              String expect = written(attributes.get("expect")).orElse("");
              MacroLine line = new MacroLine(SourcePlaces.line(place), packet, expect);
              String name = place.path() == null ? "<stdin>" : place.path();
              int number = Math.max(place.line(), 1);
              SourceText text = new SourceText(name, List.of(line.text()), number);
              return new MacroPacket(line, new Dump(text, place));
            });
  }

  // Between single quotation marks Asciidoctor substitutes as it does in text.
  private static Optional<String> written(Object value) {
    return Optional.ofNullable(value)
        .map(Object::toString)
        .map(text -> text.contains("&") ? SubstitutedText.readings(text).get(0) : text);
  }
}
