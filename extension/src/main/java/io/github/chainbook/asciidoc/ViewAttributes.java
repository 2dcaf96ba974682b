package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Selection;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.asciidoctor.ast.Document;

/** The attributes of a block or macro, each with the document attribute that stands in for it. */
final class ViewAttributes {

  private static final List<String> OPTIONS = List.of("repair");

  private static final List<String> KNOWN =
      List.of(
          "views",
          "tables",
          "table",
          "chains",
          "chain",
          "from",
          "to",
          "depth",
          "family",
          "notes",
          "profiles",
          "id",
          "title",
          "role",
          "opts",
          "options",
          "caption",
          "lang",
          "renderer",
          "collapse",
          "addrs",
          "listen",
          "backend",
          "sets",
          "packet",
          "expect",
          "topology",
          "namespace",
          "flow",
          "flows",
          "rules",
          "style");

  private final Document document;
  private final Map<String, Object> attributes;

  ViewAttributes(Document document, Map<String, Object> attributes) {
    this.document = document;
    this.attributes = attributes;
  }

  /** The block's attribute, or else the document attribute {@code iptables-NAME}. */
  Optional<String> text(String name) {
    Object value = attributes.get(name);
    if (value == null) {
      value = document.getAttribute("iptables-" + name);
    }
    return Optional.ofNullable(value).map(Object::toString);
  }

  /** The words of the language that the block or the book asks for; English if it asks for none. */
  Messages words() {
    return Book.of(document)
        .words(
            text("lang")
                .or(() -> Optional.ofNullable(document.getAttribute("lang")).map(Object::toString))
                .orElse("en"));
  }

  /** What diagrams of all kinds are told, by the document attribute {@code diagram-NAME}. */
  Optional<String> ofDiagrams(String name) {
    return Optional.ofNullable(document.getAttribute("diagram-" + name)).map(Object::toString);
  }

  /** An attribute of the block alone. */
  Optional<String> own(String name) {
    return Optional.ofNullable(attributes.get(name)).map(Object::toString);
  }

  /** Names of attributes and options that are none, where they are near one that is. */
  List<String> misspelt() {
    List<String> messages = new ArrayList<>();
    for (String name : attributes.keySet()) {
      boolean option = name.endsWith("-option");
      String written = option ? name.substring(0, name.length() - "-option".length()) : name;
      List<String> known = option ? OPTIONS : KNOWN;
      if (!known.contains(written)) {
        DidYouMean.nearest(written, known)
            .ifPresent(
                meant ->
                    messages.add(
                        "there is no "
                            + (option ? "option " : "attribute ")
                            + written
                            + "; did you mean "
                            + meant
                            + "?"));
      }
    }
    return messages;
  }

  boolean hasOption(String option) {
    return attributes.containsKey(option + "-option");
  }

  /** A list parted by commas, under its plural name or its singular one. */
  private List<String> list(String plural, String singular) {
    return text(plural).or(() -> text(singular)).map(ViewAttributes::parts).orElse(List.of());
  }

  static List<String> parts(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  /** The part of the ruleset that is to be shown; empty where {@code depth} is no number. */
  Optional<Selection> selection() {
    Optional<String> depth = text("depth");
    if (depth.isPresent() && !depth.get().matches("\\d{1,6}")) {
      return Optional.empty();
    }
    return Optional.of(
        new Selection(
            list("tables", "table"),
            list("chains", "chain"),
            text("from"),
            text("to"),
            depth.map(d -> OptionalInt.of(Integer.parseInt(d))).orElse(OptionalInt.empty())));
  }
}
