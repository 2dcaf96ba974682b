package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.layout.BoxShape;
import io.github.chainbook.figure.layout.Layout;
import io.github.chainbook.figure.layout.Layout.PassageRoute;
import io.github.chainbook.figure.layout.Layout.Placed;
import io.github.chainbook.figure.layout.Route;
import io.github.chainbook.figure.layout.Route.Point;
import io.github.chainbook.figure.layout.Words;
import io.github.chainbook.figure.plantuml.Palette;
import io.github.chainbook.text.VisibleText;
import java.util.List;

/**
 * Writes a figure of chains as SVG. Classes let a theme decide how it looks; for who reads no style
 * sheet, as makers of PDFs, attributes say the same of the light theme. It has no ids but those of
 * its title and description, so that several can stand in one page. Scripts find its parts by the
 * ids of chains and rules: {@code data-chain} of a box has the chain's, {@code data-rule} of a row
 * and of its arrow those of all rules that the row stands for, with blanks between them, {@code
 * data-from} and {@code data-to} of an arrow those of its chains.
 */
public final class ChainSvg {

  private final Sheet sheet;
  private final SvgText out;
  private final Layout layout;
  private final RowSvg rows;

  private ChainSvg(Layout layout, boolean print) {
    this.sheet = new Sheet(print);
    this.out = sheet.out;
    this.layout = layout;
    this.rows = new RowSvg(sheet);
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
    return new ChainSvg(layout, false).write(id, shape, words);
  }

  /** The picture for asciidoctor-pdf, see {@link PrintSvg}. */
  public static String forPrint(Layout layout, String id, FigureWords words) {
    return new ChainSvg(layout, true).write(id, "cb-wide", words);
  }

  private String write(String id, String shape, FigureWords words) {
    sheet.begin(shape, id, layout.width(), layout.height(), words);
    layout.passages().forEach(this::passage);
    layout.routes().forEach(this::arrow);
    layout.boxes().forEach(this::box);
    layout.notes().forEach(note -> sheet.words(note, 0, 0, "cb-text-note", Palette.SOFT, ""));
    return sheet.end();
  }

  private void passage(PassageRoute passage) {
    out.raw("<g class=\"cb-passage").raw(RowSvg.met(passage.met())).raw("\" aria-hidden=\"true\">");
    boolean lit = passage.met() == Row.Met.YES;
    boolean perhaps = passage.met() == Row.Met.PERHAPS;
    String color = lit || perhaps ? Palette.MET_LINE : Palette.NODE_LINE;
    line(passage.points(), color, lit ? 2.4 : 1.4, perhaps);
    passage.label().ifPresent(label -> sheet.words(label, 0, 0, "cb-text-label", Palette.SOFT, ""));
    out.raw("</g>\n");
  }

  private void line(List<Point> points, String color, double width, boolean dashed) {
    ArrowPath path = new ArrowPath(out, points);
    out.raw("<path class=\"cb-line\" fill=\"none\"").attribute("stroke", color);
    out.attribute("stroke-width", width).raw(dashed ? " stroke-dasharray=\"5 3\"" : "");
    out.raw(" d=\"");
    path.line();
    out.raw("\"/><path class=\"cb-tip\"").attribute("fill", color).raw(" d=\"");
    path.head();
    out.raw("\"/>");
  }

  // The row's link says the same, so this one is for the mouse alone.
  private void arrow(Route route) {
    Arrow arrow = route.arrow();
    Row row = box(arrow.from()).rows().get(arrow.row());
    String color =
        row.mark().met() == Row.Met.YES || row.mark().met() == Row.Met.PERHAPS
            ? Palette.MET_LINE
            : arrow.isGoto() ? Palette.GOTO : Palette.JUMP;
    out.raw("<g class=\"cb-arrow")
        .raw(arrow.isGoto() ? " cb-does-goto" : " cb-does-jump")
        .raw(RowSvg.met(row.mark().met()))
        .raw("\"");
    out.attribute("data-from", box(arrow.from()).link().id());
    out.attribute("data-to", box(arrow.to()).link().id());
    out.attribute("data-rule", RowSvg.rules(row));
    out.raw(" aria-hidden=\"true\">");
    sheet.open(arrow.link(), " tabindex=\"-1\"");
    boolean lit = row.mark().met() == Row.Met.YES;
    boolean dashed = row.mark().met() == Row.Met.PERHAPS || arrow.isGoto() && !lit;
    line(route.points(), color, lit ? 2.4 : 1.4, dashed);
    sheet.close(arrow.link()).raw("</g>\n");
  }

  private Box box(int number) {
    return layout.boxes().get(number).shape().box();
  }

  private void box(Placed placed) {
    BoxShape shape = placed.shape();
    Box box = shape.box();
    FrameSvg frame = new FrameSvg(out, box.kind());
    double x = placed.x();
    double y = placed.y();
    out.raw("<g class=\"cb-box ").raw(frame.style()).raw("\"");
    if (!box.link().id().isEmpty()) {
      out.attribute("data-chain", box.link().id());
    }
    out.raw(">");
    if (box.kind() == Box.Kind.FAMILY) {
      frame.outline(shape, x + 4, y + 4);
    }
    frame.outline(shape, x, y);
    sheet.open(box.link(), "");
    frame.head(shape, x, y);
    for (Words words : shape.head()) {
      boolean isName = words.role() == Words.Role.NAME;
      sheet.words(
          words,
          x,
          y,
          isName ? "cb-text-name" : "cb-text-sub",
          isName ? Palette.TEXT : Palette.SOFT,
          isName ? " font-weight=\"bold\"" : "");
    }
    sheet.close(box.link()).raw("\n");
    if (!shape.rows().isEmpty()) {
      out.raw("<g role=\"list\"")
          .attribute("aria-label", VisibleText.of(box.rowsName()))
          .raw(">\n");
      shape.rows().forEach(row -> rows.of(row, x, y, shape.width()));
      out.raw("</g>");
    }
    out.raw("</g>\n");
  }
}
