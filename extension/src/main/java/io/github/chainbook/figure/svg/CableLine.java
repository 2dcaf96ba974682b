package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.layout.Route.Point;
import io.github.chainbook.figure.plantuml.Palette;
import java.util.List;

/** Draws a piece of a link that no flow uses. It is quieter than any flow, and has no head. */
final class CableLine {

  private final SvgText out;
  private final ArrowPath path;

  CableLine(SvgText out, List<Point> points) {
    this.out = out;
    this.path = new ArrowPath(out, points);
  }

  /** The line. */
  void draw() {
    out.raw("<path class=\"cb-line\" fill=\"none\"").attribute("stroke", Palette.NODE_LINE);
    out.raw(" stroke-width=\"1.2\" d=\"");
    path.wholeLine();
    out.raw("\"/>");
  }

  /** What is not seen around it, so that who points at it need not hit it. */
  void grip() {
    out.raw("<path class=\"cb-grip\" fill=\"none\" stroke=\"none\" stroke-width=\"9\"");
    out.raw(" pointer-events=\"stroke\" d=\"");
    path.wholeLine();
    out.raw("\"/>");
  }
}
