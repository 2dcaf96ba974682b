package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.layout.Route.Point;
import io.github.chainbook.figure.plantuml.Palette;
import java.util.List;

/** Draws a piece of a flow's line. */
final class FlowLine {

  private final SvgText out;
  private final FlowLook look;
  private final ArrowPath path;

  FlowLine(SvgText out, FlowLook look, List<Point> points) {
    this.out = out;
    this.look = look;
    this.path = new ArrowPath(out, points);
  }

  /** The line alone. */
  void plain() {
    begin();
    path.wholeLine();
    out.raw("\"/>");
  }

  /** The line, and a red cross at its end. */
  void crossed() {
    plain();
    out.raw("<path class=\"cb-cross\" fill=\"none\"").attribute("stroke", Palette.FAILED_LINE);
    out.raw(" stroke-width=\"2.4\" stroke-linecap=\"round\" d=\"");
    path.cross();
    out.raw("\"/>");
  }

  /** The line with a head at its end. */
  void headed() {
    begin();
    path.line();
    out.raw("\"/><path class=\"cb-tip\"");
    out.attribute("fill", look.hollow() ? Palette.BOX : look.color());
    out.attribute("stroke", look.color());
    out.raw(" stroke-width=\"1.2\" stroke-linejoin=\"round\" d=\"");
    path.head();
    out.raw("\"/>");
  }

  private void begin() {
    out.raw("<path class=\"cb-line\" fill=\"none\"").attribute("stroke", look.color());
    out.raw(" stroke-width=\"1.6\"").raw(look.dashes()).raw(" d=\"");
  }
}
