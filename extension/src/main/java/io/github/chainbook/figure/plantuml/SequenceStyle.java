package io.github.chainbook.figure.plantuml;

import java.util.List;

/** The look of a sequence. */
final class SequenceStyle {

  private SequenceStyle() {}

  static List<String> lines() {
    return List.of(
        "hide footbox",
        "skinparam backgroundColor transparent",
        "skinparam svgLinkTarget _self",
        "skinparam shadowing false",
        "skinparam roundCorner 8",
        "skinparam defaultFontName Monospaced",
        "skinparam defaultFontSize 11",
        "skinparam hyperlinkUnderline false",
        "skinparam hyperlinkColor " + Palette.LINK,
        "skinparam ArrowColor " + Palette.flow(1),
        "skinparam ArrowFontColor " + Palette.TEXT,
        "skinparam ArrowFontSize 10",
        "skinparam sequence {",
        "  ParticipantBorderColor " + Palette.BOX_LINE,
        "  ParticipantFontColor " + Palette.TEXT,
        "  ParticipantFontSize 11",
        "  LifeLineBorderColor " + Palette.BOX_LINE,
        // Arrows lead from box to box: a border would go through what stands beside them.
        "  BoxBorderColor " + Palette.PLACE,
        "  BoxFontColor " + Palette.TEXT,
        "  BoxFontSize 11",
        "  BoxFontStyle plain",
        "  MessageAlignment left",
        "  DividerBackgroundColor " + Palette.HEAD,
        "  DividerBorderColor " + Palette.BOX_LINE,
        "  DividerFontColor " + Palette.TEXT,
        "  DividerFontSize 11",
        "}",
        "skinparam note {",
        "  FontColor " + Palette.TEXT,
        "  FontSize 10",
        "}");
  }
}
