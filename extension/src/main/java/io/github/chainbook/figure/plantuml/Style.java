package io.github.chainbook.figure.plantuml;

import java.util.List;

/** The look of a chain diagram, and the pinned layout engine. */
final class Style {

  private Style() {}

  static List<String> lines() {
    return """
        !pragma layout smetana
        left to right direction
        hide circle
        hide empty members
        hide stereotype
        skinparam backgroundColor transparent
        skinparam svgLinkTarget _self
        skinparam shadowing false
        skinparam roundCorner 8
        skinparam nodesep 20
        skinparam ranksep 30
        skinparam defaultFontName Monospaced
        skinparam hyperlinkUnderline false
        skinparam hyperlinkColor TEXT
        skinparam ArrowColor JUMP
        skinparam ArrowFontColor JUMP
        skinparam ArrowFontSize 12
        skinparam class {
          BackgroundColor BOX
          BorderColor BOX_LINE
          HeaderBackgroundColor HEAD
          FontColor TEXT
          FontSize 12
          FontStyle bold
          AttributeFontColor TEXT
          AttributeFontSize 11
          BorderColor<<hook>> HOOK_LINE
          HeaderBackgroundColor<<hook>> HOOK
          BorderColor<<undeclared>> WARN_LINE
          HeaderBackgroundColor<<undeclared>> WARN
        }
        """
        .replaceAll("\\bHOOK_LINE\\b", Palette.HOOK_LINE)
        .replaceAll("\\bWARN_LINE\\b", Palette.WARN_LINE)
        .replaceAll("\\bBOX_LINE\\b", Palette.BOX_LINE)
        .replaceAll("\\bHOOK\\b", Palette.HOOK)
        .replaceAll("\\bWARN\\b", Palette.WARN)
        .replaceAll("\\bBOX\\b", Palette.BOX)
        .replaceAll("\\bHEAD\\b", Palette.HEAD)
        .replaceAll("\\bJUMP\\b", Palette.JUMP)
        .replaceAll("\\bTEXT\\b", Palette.TEXT)
        .lines()
        .toList();
  }
}
