package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.layout.BoxShape;
import io.github.chainbook.figure.plantuml.Palette;

/** Writes what a box of a chain is made of, but its words. */
final class FrameSvg {

  private static final double CORNER = 7;

  private final SvgText out;
  private final Look look;

  FrameSvg(SvgText out, Box.Kind kind) {
    this.out = out;
    this.look = Look.of(kind);
  }

  /** The class of such boxes. */
  String style() {
    return look.style();
  }

  /** The box itself. */
  void outline(BoxShape shape, double x, double y) {
    out.raw("<rect class=\"cb-frame\"").attribute("x", x).attribute("y", y);
    out.attribute("width", shape.width()).attribute("height", shape.height());
    out.attribute("rx", CORNER).attribute("fill", Palette.BOX).attribute("stroke", look.line());
    out.raw(look.dashed() ? " stroke-dasharray=\"5 3\"" : "").raw("/>");
  }

  /** What is behind its name. */
  void head(BoxShape shape, double x, double y) {
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

  private record Look(String style, String line, String head, boolean dashed) {

    static Look of(Box.Kind kind) {
      return switch (kind) {
        case HOOK -> new Look("cb-box-hook", Palette.HOOK_LINE, Palette.HOOK, false);
        case USER -> new Look("cb-box-user", Palette.BOX_LINE, Palette.HEAD, false);
        case PLACE -> new Look("cb-box-place", Palette.PLACE_LINE, Palette.PLACE, false);
        case FAMILY -> new Look("cb-box-family", Palette.BOX_LINE, Palette.HEAD, false);
        case UNDECLARED -> new Look("cb-box-undeclared", Palette.WARN_LINE, Palette.WARN, true);
      };
    }
  }
}
