package io.github.chainbook.figure.plantuml;

import java.util.ArrayList;
import java.util.List;

/** The look of a deployment figure, and the pinned layout engine. */
final class DeploymentStyle {

  private DeploymentStyle() {}

  static List<String> lines() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "!pragma layout smetana",
                "hide stereotype",
                "skinparam backgroundColor transparent",
                "skinparam svgLinkTarget _self",
                "skinparam shadowing false",
                "skinparam roundCorner 8",
                "skinparam nodesep 12",
                "skinparam ranksep 12",
                "skinparam defaultFontName Monospaced",
                "skinparam defaultFontSize 11",
                "skinparam hyperlinkUnderline false",
                "skinparam hyperlinkColor " + Palette.LINK,
                "skinparam rectangle {",
                "  FontColor " + Palette.TEXT));
    look(lines, "node", Palette.NODE, Palette.NODE_LINE);
    look(lines, "namespace", Palette.PLACE, Palette.PLACE_LINE);
    look(lines, "title", "transparent", "transparent");
    look(lines, "process", Palette.BOX, Palette.BOX_LINE);
    look(lines, "proxy", Palette.PROXY, Palette.PROXY_LINE);
    look(lines, "netfilter", Palette.NETFILTER, Palette.NETFILTER_LINE);
    look(lines, "passing", Palette.BOX, Palette.NETFILTER_LINE);
    look(lines, "device", Palette.BOX, Palette.PLACE_LINE);
    look(lines, "service", Palette.HEAD, Palette.BOX_LINE);
    look(lines, "link", Palette.BOX, Palette.PLACE_LINE);
    look(lines, "leaves", Palette.BOX, Palette.BOX_LINE);
    look(lines, "unknown", Palette.WARN, Palette.WARN_LINE);
    look(lines, "end", Palette.FAILED, Palette.FAILED_LINE);
    for (int flow = 1; flow <= Palette.FLOWS.size(); flow++) {
      look(lines, hop(flow), Palette.BOX, Palette.flow(flow));
      lines.add("  FontColor<<" + hop(flow) + ">> " + Palette.flow(flow));
      lines.add("  RoundCorner<<" + hop(flow) + ">> 16");
    }
    lines.add("  FontColor<<end>> " + Palette.FAILED_LINE);
    // A group's own title would stand where arrows come in, so it has none that takes room.
    lines.add("  FontSize<<namespace>> 1");
    lines.add("  FontSize<<node>> 1");
    lines.add("  RoundCorner<<namespace>> 14");
    lines.add("  RoundCorner<<service>> 16");
    lines.add("  BorderStyle<<passing>> dashed");
    lines.add("  BorderStyle<<unknown>> dashed");
    lines.add("}");
    return lines;
  }

  /** The stereotype of a flow's hops. */
  static String hop(int flow) {
    return "flow" + ((flow - 1) % Palette.FLOWS.size() + 1);
  }

  /** How a flow's lines are drawn, so that they differ without colours too. */
  static String line(int flow) {
    String pattern = List.of("", ",dashed", ",dotted", ",bold").get((flow - 1) % 4);
    return "[" + Palette.flow(flow) + pattern + "]";
  }

  private static void look(List<String> lines, String stereotype, String fill, String border) {
    lines.add("  BackgroundColor<<" + stereotype + ">> " + fill);
    lines.add("  BorderColor<<" + stereotype + ">> " + border);
  }
}
