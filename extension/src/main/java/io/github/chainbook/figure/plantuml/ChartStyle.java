package io.github.chainbook.figure.plantuml;

import java.util.List;

/**
 * The look of a chain's flow chart. What ends the walk has a straight frame, what goes on a round
 * one.
 */
final class ChartStyle {

  private ChartStyle() {}

  static List<String> lines() {
    return List.of(
        "skinparam backgroundColor transparent",
        "skinparam svgLinkTarget _self",
        "skinparam shadowing false",
        "skinparam defaultFontName Monospaced",
        "skinparam defaultFontSize 11",
        "skinparam hyperlinkUnderline false",
        "skinparam hyperlinkColor " + Palette.LINK,
        "skinparam ArrowColor " + Palette.JUMP,
        "skinparam ArrowFontColor " + Palette.TEXT,
        "skinparam ArrowFontSize 11",
        "<style>",
        "activityDiagram {",
        "  activity {",
        "    FontColor " + Palette.TEXT,
        "    BackgroundColor " + Palette.BOX,
        "    LineColor " + Palette.BOX_LINE,
        "  }",
        "  diamond {",
        "    FontColor " + Palette.TEXT,
        "    BackgroundColor " + Palette.HEAD,
        "    LineColor " + Palette.BOX_LINE,
        "  }",
        "  note {",
        "    FontColor " + Palette.SOFT,
        "    BackgroundColor " + Palette.WARN,
        "    LineColor " + Palette.WARN_LINE,
        "  }",
        "  .chain {",
        "    BackgroundColor " + Palette.HOOK,
        "    LineColor " + Palette.HOOK_LINE,
        "  }",
        "  .call {",
        "    LineColor " + Palette.JUMP,
        "  }",
        "  .leaves {",
        "    BackgroundColor " + Palette.NETFILTER,
        "    LineColor " + Palette.NETFILTER_LINE,
        "    RoundCorner 0",
        "  }",
        "  .end {",
        "    BackgroundColor " + Palette.NETFILTER,
        "    LineColor " + Palette.NETFILTER_LINE,
        "    RoundCorner 0",
        "  }",
        "}",
        "</style>");
  }
}
