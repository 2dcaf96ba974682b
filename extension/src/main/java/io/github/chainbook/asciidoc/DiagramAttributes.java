package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.summary.Collapse;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a chain diagram or a deployment is drawn.
 *
 * @param plantUml whether PlantUML draws it
 * @param collapse what a chain diagram puts together
 */
record DiagramAttributes(boolean plantUml, Collapse collapse) {

  private static final String PLANTUML = "plantuml";

  /**
   * Reads the attributes.
   *
   * @param error takes what is wrong with them
   */
  static DiagramAttributes of(ViewAttributes attributes, Consumer<String> error) {
    String renderer =
        attributes.text("renderer").or(() -> attributes.ofDiagrams("renderer")).orElse("native");
    if (!List.of("native", PLANTUML).contains(renderer)) {
      error.accept("expected renderer=native or renderer=plantuml, found '" + renderer + "'");
    }
    return new DiagramAttributes(
        renderer.equals(PLANTUML), collapse(attributes.text("collapse").orElse("auto")));
  }

  private static Collapse collapse(String value) {
    // A number says how long a run of rules is that a rule table folds.
    return switch (value.matches("-?\\d+") ? "auto" : value) {
      case "auto" -> Collapse.AUTO;
      case "none" -> new Collapse(Collapse.Mode.NONE, List.of());
      case "all" -> new Collapse(Collapse.Mode.ALL, List.of());
      default -> new Collapse(Collapse.Mode.AUTO, ViewAttributes.parts(value));
    };
  }
}
