package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.layout.BoxShape;
import io.github.chainbook.figure.layout.Layout;
import io.github.chainbook.figure.layout.Layout.Placed;
import io.github.chainbook.figure.layout.Metrics;
import io.github.chainbook.figure.layout.Route;
import io.github.chainbook.figure.layout.RowShape;
import io.github.chainbook.figure.layout.Words;
import io.github.chainbook.figure.plantuml.Palette;
import io.github.chainbook.text.VisibleText;

/**
 * Writes a figure of chains as SVG. Classes let a theme decide how it looks; for who reads no style
 * sheet, as makers of PDFs, attributes say the same of the light theme. It has no ids but those of
 * its title and description, so that several can stand in one page. Scripts find its parts by the
 * ids of chains and rules: {@code data-chain} of a box has the chain's, {@code data-rule} of a row
 * and of its arrow those of all rules that the row stands for, with blanks between them, {@code
 * data-from} and {@code data-to} of an arrow those of its chains.
 */
public final class ChainSvg {

  private static final double CORNER = 7;

  /** A row that stands for more rules names the first alone, lest a page is mostly ids. */
  private static final int MOST_RULES = 100;

  private final SvgText out = new SvgText();
  private final Layout layout;
  private final boolean print;

  private ChainSvg(Layout layout, boolean print) {
    this.layout = layout;
    this.print = print;
  }

  /**
   * The picture for a page.
   *
   * @param layout the figure with its places
   * @param id what its own ids begin with
   * @param shape a class that says which of several layouts it is
   * @param words its title and description
   */
  public static String of(Layout layout, String id, String shape, FigureWords words) {
    ChainSvg svg = new ChainSvg(layout, false);
    svg.write(id, shape, words);
    return svg.out.toString();
  }

  /** The picture for asciidoctor-pdf, see {@link PrintSvg}. */
  public static String forPrint(Layout layout, String id, FigureWords words) {
    ChainSvg svg = new ChainSvg(layout, true);
    svg.write(id, "cb-wide", words);
    return PrintSvg.prepare(svg.out.toString());
  }

  private void write(String id, String shape, FigureWords words) {
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cb-figure ").raw(shape).raw("\"");
    out.attribute("width", layout.width()).attribute("height", layout.height());
    out.raw(" viewBox=\"0 0 ").number(layout.width()).raw(" ").number(layout.height()).raw("\"");
    out.raw(" role=\"group\"").attribute("aria-labelledby", id + "-svg-title");
    if (!words.description().isEmpty()) {
      out.attribute("aria-describedby", id + "-svg-desc");
    }
    // Where no style sheet tells them apart, one layout is enough.
    out.raw(shape.equals("cb-narrow") ? " display=\"none\"" : "");
    out.raw(" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\"");
    out.attribute("font-size", Metrics.FONT).attribute("fill", Palette.TEXT).raw(">");
    out.raw("<title").attribute("id", id + "-svg-title").raw(">").text(words.title());
    out.raw("</title>\n");
    if (!words.description().isEmpty()) {
      out.raw("<desc").attribute("id", id + "-svg-desc").raw(">").text(words.description());
      out.raw("</desc>\n");
    }
    layout.routes().forEach(this::arrow);
    layout.boxes().forEach(this::box);
    layout.notes().forEach(note -> words(note, 0, 0, "cb-text-note", Palette.SOFT, ""));
    out.raw("</svg>\n");
  }

  // The row's link says the same, so this one is for the mouse alone.
  private void arrow(Route route) {
    Arrow arrow = route.arrow();
    String color = arrow.isGoto() ? Palette.GOTO : Palette.JUMP;
    out.raw("<g class=\"cb-arrow")
        .raw(arrow.isGoto() ? " cb-does-goto" : " cb-does-jump")
        .raw("\"");
    out.attribute("data-from", box(arrow.from()).link().id());
    out.attribute("data-to", box(arrow.to()).link().id());
    out.attribute("data-rule", rules(box(arrow.from()).rows().get(arrow.row())));
    out.raw(" aria-hidden=\"true\">");
    open(arrow.link(), " tabindex=\"-1\"");
    ArrowPath path = new ArrowPath(out, route.points());
    out.raw("<path class=\"cb-line\" fill=\"none\"").attribute("stroke", color);
    out.raw(" stroke-width=\"1.4\"").raw(arrow.isGoto() ? " stroke-dasharray=\"5 3\"" : "");
    out.raw(" d=\"");
    path.line();
    out.raw("\"/><path class=\"cb-tip\"").attribute("fill", color).raw(" d=\"");
    path.head();
    out.raw("\"/></a></g>\n");
  }

  private Box box(int number) {
    return layout.boxes().get(number).shape().box();
  }

  private static String rules(Row row) {
    return row.rules().size() > MOST_RULES ? row.link().id() : String.join(" ", row.rules());
  }

  private void open(Link link, String more) {
    out.raw("<a").attribute("href", "#" + link.id()).raw(more).raw("><title>");
    out.text(VisibleText.of(link.tip())).raw("</title>");
  }

  private void box(Placed placed) {
    BoxShape shape = placed.shape();
    Box box = shape.box();
    Look look = Look.of(box.kind());
    double x = placed.x();
    double y = placed.y();
    String name = VisibleText.of(box.name());
    out.raw("<g class=\"cb-box ")
        .raw(look.style())
        .raw("\"")
        .attribute("data-chain", box.link().id());
    out.raw(">");
    if (box.kind() == Box.Kind.FAMILY) {
      frame(x + 4, y + 4, shape, look);
    }
    frame(x, y, shape, look);
    open(box.link(), "");
    head(x, y, shape, look);
    for (Words words : shape.head()) {
      boolean isName = words.role() == Words.Role.NAME;
      words(
          words,
          x,
          y,
          isName ? "cb-text-name" : "cb-text-sub",
          isName ? Palette.TEXT : Palette.SOFT,
          isName ? " font-weight=\"bold\"" : "");
    }
    out.raw("</a>\n");
    if (!shape.rows().isEmpty()) {
      out.raw("<g role=\"list\"").attribute("aria-label", "Rules of " + name).raw(">\n");
      shape.rows().forEach(row -> row(row, x, y, shape.width()));
      out.raw("</g>");
    }
    out.raw("</g>\n");
  }

  private void frame(double x, double y, BoxShape shape, Look look) {
    out.raw("<rect class=\"cb-frame\"").attribute("x", x).attribute("y", y);
    out.attribute("width", shape.width()).attribute("height", shape.height());
    out.attribute("rx", CORNER).attribute("fill", Palette.BOX).attribute("stroke", look.line());
    out.raw(look.dashed() ? " stroke-dasharray=\"5 3\"" : "").raw("/>");
  }

  private void head(double x, double y, BoxShape shape, Look look) {
    double inner = shape.width() - 1;
    double height = shape.headHeight() - (shape.rows().isEmpty() ? 1 : 0.5);
    double radius = CORNER - 0.5;
    String below = shape.rows().isEmpty() ? " " + radius : "";
    out.raw("<path class=\"cb-head\"").attribute("fill", look.head()).raw(" d=\"M");
    out.number(x + 0.5).raw(" ").number(y + 0.5 + radius);
    arc(radius, -radius).raw("h").number(inner - 2 * radius);
    arc(radius, radius);
    if (below.isEmpty()) {
      out.raw("v").number(height - radius).raw("h").number(-inner).raw("z\"/>");
      return;
    }
    out.raw("v").number(height - 2 * radius);
    arc(-radius, radius).raw("h").number(2 * radius - inner);
    arc(-radius, -radius).raw("z\"/>");
  }

  private SvgText arc(double dx, double dy) {
    double radius = Math.abs(dx);
    out.raw("a").number(radius).raw(" ").number(radius).raw(" 0 0 1 ");
    return out.number(dx).raw(" ").number(dy);
  }

  private void row(RowShape shape, double x, double y, double width) {
    Row row = shape.row();
    out.raw("<g role=\"listitem\" class=\"cb-row ").raw(style(row.kind())).raw("\"");
    out.attribute("data-rule", rules(row)).raw(">");
    open(row.link(), "");
    out.raw("<rect class=\"cb-hit\"").attribute("x", x + 1).attribute("y", y + shape.top());
    out.attribute("width", width - 2).attribute("height", shape.height());
    out.raw(" fill=\"none\" pointer-events=\"all\"/>");
    for (Words words : shape.words()) {
      switch (words.role()) {
        case NUMBER -> words(words, x, y, "cb-text-number", Palette.SOFT, "");
        case ACTION -> {
          boolean loud = row.kind() == Row.Kind.TARGET;
          words(
              words,
              x,
              y,
              "cb-text-action",
              color(row.kind()),
              loud ? " font-weight=\"bold\"" : "");
        }
        default -> words(words, x, y, "cb-text-condition", Palette.TEXT, "");
      }
    }
    out.raw("</a></g>\n");
  }

  // The length keeps the text of a fallback font inside its box.
  private void words(Words words, double x, double y, String style, String fill, String more) {
    out.raw("<text class=\"").raw(style).raw("\"");
    out.attribute("x", x + words.x()).attribute("y", y + words.y());
    if (print || words.font() != Metrics.FONT) {
      out.attribute("font-size", words.font());
    }
    out.raw(print ? " font-family=\"monospace\"" : "");
    out.attribute("textLength", words.width());
    out.raw(fill.equals(Palette.TEXT) && !print ? "" : " fill=\"" + fill + "\"");
    out.raw(more).raw(">").text(words.text()).raw("</text>");
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

  private record Look(String style, String line, String head, boolean dashed) {

    static Look of(Box.Kind kind) {
      return switch (kind) {
        case HOOK -> new Look("cb-box-hook", Palette.HOOK_LINE, Palette.HOOK, false);
        case USER -> new Look("cb-box-user", Palette.BOX_LINE, Palette.HEAD, false);
        case FAMILY -> new Look("cb-box-family", Palette.BOX_LINE, Palette.HEAD, false);
        case UNDECLARED -> new Look("cb-box-undeclared", Palette.WARN_LINE, Palette.WARN, true);
      };
    }
  }
}
