package io.github.chainbook.figure.plantuml;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.hook.HookFigure;
import io.github.chainbook.figure.walk.WalkFigure;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a figure as a PlantUML class diagram. The layout engine is pinned, so that no picture
 * depends on whether Graphviz is there. Smetana does not lead arrows to rows: so each carries the
 * number of its rule.
 */
public final class PlantUmlRenderer {

  /** A row longer than this goes on in the next line. */
  private static final int ROW_WIDTH = 64;

  private final List<String> lines = new ArrayList<>();

  private PlantUmlRenderer() {}

  /** The lines of the diagram, {@code @startuml} and {@code @enduml} included. */
  public static List<String> render(Figure figure) {
    return render(figure, List.of());
  }

  /**
   * The same of a packet's way. Its places stand before the numbers of the rules, as {@code #2}.
   */
  public static List<String> render(WalkFigure walk) {
    List<String> passages = new ArrayList<>();
    for (WalkFigure.Passage passage : walk.passages()) {
      passages.add(
          alias(walk.lanes().get(passage.from()).first())
              + (passage.certain()
                  ? " -[" + Palette.MET_LINE + ",bold]-> "
                  : " -[" + Palette.MET_LINE + ",dashed]-> ")
              + alias(walk.lanes().get(passage.to()).first()));
    }
    return render(walk.figure(), passages);
  }

  /** The same of the hooks, with the ways between them. */
  public static List<String> render(HookFigure hooks) {
    List<String> tracks = new ArrayList<>();
    for (HookFigure.Track track : hooks.tracks()) {
      String style =
          switch (track.met()) {
            case YES -> " -[" + Palette.MET_LINE + ",bold]-> ";
            case PERHAPS -> " -[" + Palette.MET_LINE + ",dashed]-> ";
            default -> " -[" + Palette.SOFT + "]-> ";
          };
      String label = track.label().isEmpty() ? "" : " : " + PlantUmlText.escape(track.label());
      tracks.add(alias(track.from().ordinal()) + style + alias(track.to().ordinal()) + label);
    }
    return render(hooks.figure(), tracks);
  }

  private static List<String> render(Figure figure, List<String> more) {
    PlantUmlRenderer renderer = new PlantUmlRenderer();
    renderer.lines.add("@startuml");
    renderer.lines.addAll(Style.lines());
    for (int i = 0; i < figure.boxes().size(); i++) {
      renderer.box(i, figure.boxes().get(i));
    }
    figure.arrows().forEach(renderer::arrow);
    renderer.lines.addAll(more);
    for (int i = 0; i < figure.notes().size(); i++) {
      String note = PlantUmlText.escape(figure.notes().get(i));
      renderer.lines.add("note \"" + note + "\" as n" + i);
    }
    renderer.lines.add("@enduml");
    return renderer.lines;
  }

  // The name is enclosed in a tag: without one PlantUML takes an escape at its end for a type's
  // parameter.
  private void box(int index, Box box) {
    String subtitle =
        box.subtitle().isEmpty()
            ? ""
            : "\\n<size:10><color:"
                + Palette.SOFT
                + ">"
                + PlantUmlText.escape(box.subtitle())
                + "</color></size>";
    String head =
        "class \""
            + "<size:12>"
            + PlantUmlText.escape(box.name())
            + "</size>"
            + subtitle
            + "\" as "
            + alias(index)
            + stereotype(box.kind())
            + " "
            + link(box.link(), "");
    if (box.rows().isEmpty()) {
      lines.add(head);
      return;
    }
    lines.add(head + " {");
    int most = box.rows().stream().mapToInt(row -> label(row).length()).max().orElse(0);
    int digits = Math.max(1, most);
    box.rows().forEach(row -> row(row, digits));
    lines.add("}");
  }

  private static String stereotype(Box.Kind kind) {
    return switch (kind) {
      case HOOK -> " <<hook>>";
      case UNDECLARED -> " <<undeclared>>";
      case USER, FAMILY, PLACE -> "";
    };
  }

  private void row(Row row, int digits) {
    String number = String.format("%" + digits + "s  ", label(row));
    String effect = row.mark().effect().isEmpty() ? "" : "  ⇒ " + row.mark().effect();
    String text =
        (row.conditions().isEmpty() ? row.action() : row.condition() + "  " + row.action())
            + effect;
    String margin = number;
    for (String part : Wrapping.wrap(text, ROW_WIDTH)) {
      lines.add("  {field} " + link(row.link(), PlantUmlText.escape(margin + part)));
      margin = " ".repeat(number.length() + 2);
    }
  }

  private static String label(Row row) {
    Row.Mark mark = row.mark();
    String steps = mark.met() == Row.Met.PERHAPS ? "perhaps" : mark.steps();
    String hash = mark.steps().isEmpty() ? steps : "#" + steps;
    return hash.isEmpty() ? row.label() : (hash + " " + row.label()).strip();
  }

  private void arrow(Arrow arrow) {
    lines.add(
        alias(arrow.from())
            + (arrow.isGoto() ? " ..> " : " --> ")
            + alias(arrow.to())
            + " "
            + link(arrow.link(), "")
            + " : "
            + PlantUmlText.escape(arrow.label()));
  }

  // Ids hold letters, digits and _-.: only, so they need no escape. The tip is left to who finishes
  // the SVG: PlantUML fails on a backslash or a dollar sign in one.
  private static String link(Link link, String label) {
    if (link.id().isEmpty()) {
      return label;
    }
    return "[[#" + link.id() + (label.isEmpty() ? "" : " " + label) + "]]";
  }

  private static String alias(int index) {
    return "c" + index;
  }
}
