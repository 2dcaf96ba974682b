package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.deployment.Block;
import io.github.chainbook.figure.layout.BlockShape;
import io.github.chainbook.figure.layout.DeploymentLayout.Placed;
import io.github.chainbook.figure.layout.Route.Point;
import io.github.chainbook.figure.layout.Words;
import io.github.chainbook.figure.plantuml.Palette;
import java.util.List;

/**
 * How a block of a deployment looks.
 *
 * @param style its classes
 * @param fill its colour; empty if it has no outline
 * @param line the colour of its border
 * @param dashes the dashes of its border; empty for none
 * @param text the colour of what matters most in it
 */
record BlockLook(String style, String fill, String line, String dashes, String text) {

  static BlockLook of(Block block) {
    return switch (block.kind()) {
      case TITLE -> new BlockLook("cb-block-title", "", "", "", Palette.TEXT);
      case PROCESS -> plain("cb-block-process", Palette.BOX, Palette.BOX_LINE);
      case PROXY -> plain("cb-block-proxy", Palette.PROXY, Palette.PROXY_LINE);
      case NETFILTER -> plain("cb-block-netfilter", Palette.NETFILTER, Palette.NETFILTER_LINE);
      case PASSING ->
          new BlockLook(
              "cb-block-passing", Palette.BOX, Palette.NETFILTER_LINE, "4 3", Palette.TEXT);
      case DEVICE -> plain("cb-block-device", Palette.BOX, Palette.PLACE_LINE);
      case LINK -> plain("cb-block-link", Palette.BOX, Palette.PLACE_LINE);
      case SERVICE -> plain("cb-block-service", Palette.HEAD, Palette.BOX_LINE);
      case LEGEND -> {
        if (block.flow() == 0) {
          yield new BlockLook("cb-block-legend cb-cable", "", "", "", Palette.TEXT);
        }
        FlowLook flow = FlowLook.of(block.flow());
        yield new BlockLook("cb-block-legend " + flow.style(), "", flow.color(), "", flow.color());
      }
      case HOP -> {
        FlowLook flow = FlowLook.of(block.flow());
        yield new BlockLook(
            "cb-block-hop " + flow.style(), Palette.BOX, flow.color(), "", flow.color());
      }
      case END ->
          new BlockLook(
              "cb-block-end", Palette.FAILED, Palette.FAILED_LINE, "", Palette.FAILED_LINE);
      case LEAVES ->
          new BlockLook("cb-block-leaves", Palette.BOX, Palette.SOFT, "3 3", Palette.TEXT);
      case UNKNOWN ->
          new BlockLook("cb-block-unknown", Palette.WARN, Palette.WARN_LINE, "4 3", Palette.TEXT);
    };
  }

  private static BlockLook plain(String style, String fill, String line) {
    return new BlockLook(style, fill, line, "", Palette.TEXT);
  }

  /** The class of a text. */
  static String style(Words words) {
    return switch (words.role()) {
      case NAME -> "cb-text-name";
      case SUBTITLE -> "cb-text-sub";
      case NUMBER -> "cb-text-number";
      case CONDITION, STEP, EFFECT -> "cb-text-condition";
      case ACTION -> "cb-text-action";
    };
  }

  /** The colour of a text. */
  String color(Words words) {
    return switch (words.role()) {
      case SUBTITLE -> Palette.SOFT;
      case ACTION -> Palette.VERDICT;
      case NAME, NUMBER -> text;
      case CONDITION, STEP, EFFECT -> Palette.TEXT;
    };
  }

  /** Draws the border. */
  void outline(SvgText out, Placed placed) {
    if (placed.shape().block().kind() == Block.Kind.LEGEND) {
      sample(out, placed);
    }
    if (fill.isEmpty()) {
      return;
    }
    double height = placed.shape().height() - 1;
    double round =
        switch (placed.shape().block().kind()) {
          case HOP -> placed.shape().block().flow() % 2 == 0 ? 2 : Math.min(9, height / 2);
          case SERVICE, LEAVES -> Math.min(9, height / 2);
          case DEVICE, LINK -> 3;
          default -> 6;
        };
    out.raw("<rect class=\"cb-frame\"").attribute("x", placed.x() + 0.5);
    out.attribute("y", placed.y() + 0.5).attribute("width", placed.shape().width() - 1);
    out.attribute("height", height).attribute("rx", round);
    out.attribute("fill", fill).attribute("stroke", line);
    if (!dashes.isEmpty()) {
      out.attribute("stroke-dasharray", dashes);
    }
    out.raw("/>");
  }

  // A piece of the flow's line, with its head, or of one that is no flow's.
  private void sample(SvgText out, Placed placed) {
    int flow = placed.shape().block().flow();
    double y = placed.y() + BlockShape.LINE_MIDDLE;
    Point start = new Point(placed.x(), y);
    Point end = new Point(placed.x() + BlockShape.SAMPLE, y);
    List<Point> points = List.of(start, end);
    if (flow == 0) {
      new CableLine(out, points).draw();
    } else {
      new FlowLine(out, FlowLook.of(flow), points).headed();
    }
  }
}
