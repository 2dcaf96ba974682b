package io.github.chainbook.figure.plantuml;

import java.util.Map;

/**
 * The colours that figures are drawn in. They are the light theme's; in HTML each is replaced by
 * the custom property of its role, so that a theme decides. Each colour stands for one role only.
 */
public final class Palette {

  static final String TEXT = "#1C2128";
  static final String SOFT = "#57606A";
  static final String BOX = "#FEFEFE";
  static final String BOX_LINE = "#C2CAD3";
  static final String HEAD = "#F1F4F7";
  static final String HOOK = "#DBE7FD";
  static final String HOOK_LINE = "#93B4E8";
  static final String WARN = "#FFF3D6";
  static final String WARN_LINE = "#B98A1D";
  static final String JUMP = "#2F5FD0";

  private static final Map<String, String> PROPERTIES =
      Map.ofEntries(
          Map.entry(TEXT, "--cb-text"),
          Map.entry(SOFT, "--cb-soft"),
          Map.entry(BOX, "--cb-box"),
          Map.entry(BOX_LINE, "--cb-box-line"),
          Map.entry(HEAD, "--cb-head"),
          Map.entry(HOOK, "--cb-hook"),
          Map.entry(HOOK_LINE, "--cb-hook-line"),
          Map.entry(WARN, "--cb-warn"),
          Map.entry(WARN_LINE, "--cb-warn-line"),
          Map.entry(JUMP, "--cb-jump"),
          // PlantUML's own, of figures that authors write by hand.
          Map.entry("#000000", "--cb-text"),
          Map.entry("#181818", "--cb-text"),
          Map.entry("#FFFFFF", "--cb-box"),
          Map.entry("#F1F1F1", "--cb-box"),
          Map.entry("#E2E2F0", "--cb-head"));

  private Palette() {}

  /** The custom property of each colour's role, by the colour in capitals. */
  public static Map<String, String> properties() {
    return PROPERTIES;
  }
}
