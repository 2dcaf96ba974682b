package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.layout.Metrics;
import io.github.chainbook.figure.layout.RowShape;
import io.github.chainbook.figure.layout.Words;
import io.github.chainbook.figure.plantuml.Palette;

/** Writes the rows of boxes. */
final class RowSvg {

  /** A row that stands for more rules names the first alone, lest a page is mostly ids. */
  private static final int MOST_RULES = 100;

  private final SvgText out;
  private final Sheet sheet;

  RowSvg(Sheet sheet) {
    this.sheet = sheet;
    this.out = sheet.out;
  }

  /** A row of a box that stands at a place. */
  void of(RowShape shape, double x, double y, double width) {
    Row row = shape.row();
    boolean missed = row.mark().met() == Row.Met.NO;
    out.raw("<g role=\"listitem\" class=\"cb-row ")
        .raw(style(row.kind()))
        .raw(met(row.mark().met()));
    out.raw("\"");
    if (!row.rules().isEmpty()) {
      out.attribute("data-rule", rules(row));
    } else if (!row.link().id().isEmpty()) {
      out.attribute("data-chain", row.link().id());
    }
    if (!row.mark().steps().isEmpty()) {
      out.attribute("data-step", row.mark().steps());
    }
    out.raw(">");
    sheet.open(row.link(), "");
    background(shape, x, y, width);
    hit(shape, x, y, width);
    for (Words words : shape.words()) {
      switch (words.role()) {
        case NUMBER -> sheet.words(words, x, y, "cb-text-number", Palette.SOFT, "");
        case STEP -> step(words, x, y);
        case EFFECT ->
            sheet.words(words, x, y, "cb-text-effect", Palette.MET_LINE, " font-weight=\"bold\"");
        case ACTION -> {
          boolean loud = row.kind() == Row.Kind.TARGET && !missed;
          sheet.words(
              words,
              x,
              y,
              "cb-text-action",
              missed ? Palette.SOFT : color(row.kind()),
              loud ? " font-weight=\"bold\"" : "");
        }
        default -> {
          String fill = missed ? Palette.SOFT : Palette.TEXT;
          sheet.words(words, x, y, "cb-text-condition", fill, "");
        }
      }
    }
    sheet.close(row.link()).raw("</g>\n");
  }

  private void hit(RowShape shape, double x, double y, double width) {
    out.raw("<rect class=\"cb-hit\"").attribute("x", x + 1).attribute("y", y + shape.top());
    out.attribute("width", width - 2).attribute("height", shape.height());
    out.raw(" fill=\"none\" pointer-events=\"all\"/>");
  }

  // Of what is not certain there is the border alone.
  private void background(RowShape shape, double x, double y, double width) {
    Row.Met met = shape.row().mark().met();
    if (met != Row.Met.YES && met != Row.Met.PERHAPS) {
      return;
    }
    boolean lit = met == Row.Met.YES;
    out.raw("<rect class=\"cb-lit\"").attribute("x", x + 4).attribute("y", y + shape.top() + 1);
    out.attribute("width", width - 8).attribute("height", shape.height() - 2).raw(" rx=\"4\"");
    out.attribute("fill", lit ? Palette.MET : "none");
    out.raw(lit ? "/>" : " stroke=\"" + Palette.MET_LINE + "\" stroke-dasharray=\"4 3\"/>");
  }

  private void step(Words words, double x, double y) {
    double width = words.width() + 2 * Metrics.STEP_PADDING;
    out.raw("<rect class=\"cb-step\"").attribute("x", x + words.x() - Metrics.STEP_PADDING);
    out.attribute("y", y + words.y() - 11).attribute("width", width).raw(" height=\"14.5\"");
    out.raw(" rx=\"7\"").attribute("fill", Palette.MET_LINE).raw("/>");
    sheet.words(words, x, y, "cb-text-step", Palette.BOX, " font-weight=\"bold\"");
  }

  /** The ids of the rules that a row stands for, as scripts find them. */
  static String rules(Row row) {
    return row.rules().size() > MOST_RULES ? row.link().id() : String.join(" ", row.rules());
  }

  /** The class that says whether a packet met something. */
  static String met(Row.Met met) {
    return switch (met) {
      case UNKNOWN -> "";
      case YES -> " cb-met";
      case PERHAPS -> " cb-perhaps";
      case NO -> " cb-missed";
    };
  }

  private static String style(Row.Kind kind) {
    return switch (kind) {
      case JUMP -> "cb-does-jump";
      case GOTO -> "cb-does-goto";
      case RETURN -> "cb-does-return";
      case TARGET -> "cb-does-target";
      case NONE -> "cb-does-none";
    };
  }

  private static String color(Row.Kind kind) {
    return switch (kind) {
      case JUMP -> Palette.JUMP;
      case GOTO -> Palette.GOTO;
      case TARGET -> Palette.VERDICT;
      case RETURN, NONE -> Palette.SOFT;
    };
  }
}
