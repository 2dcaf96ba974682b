package io.github.chainbook.figure.plantuml;

import java.util.List;
import java.util.Map;

/**
 * The colours that figures are drawn in. They are the light theme's; in HTML each is replaced by
 * the custom property of its role, so that a theme decides. Each colour stands for one role only.
 */
public final class Palette {

  public static final String TEXT = "#1C2128";
  public static final String SOFT = "#57606A";
  public static final String BOX = "#FEFEFE";
  public static final String BOX_LINE = "#C2CAD3";
  public static final String HEAD = "#F1F4F7";
  public static final String HOOK = "#DBE7FD";
  public static final String HOOK_LINE = "#93B4E8";
  public static final String WARN = "#FFF3D6";
  public static final String WARN_LINE = "#B98A1D";
  public static final String MET = "#FFE3A3";
  public static final String MET_LINE = "#9A5B00";
  public static final String JUMP = "#2F5FD0";
  public static final String GOTO = "#6A3FA0";
  public static final String VERDICT = "#8C2F10";
  public static final String LINK = "#2A5BCB";
  public static final String PLACE = "#EEF4FD";
  public static final String PLACE_LINE = "#7F9FD0";
  public static final String NODE = "#F6F8FA";
  public static final String NODE_LINE = "#9DA7B2";
  public static final String PROXY = "#E6F4E6";
  public static final String PROXY_LINE = "#5E9C5E";
  public static final String NETFILTER = "#FFF1DD";
  public static final String NETFILTER_LINE = "#C0842A";
  public static final String FAILED = "#FDECEB";
  public static final String FAILED_LINE = "#B42318";

  /** Of the first flow in a figure, of the second one, and so on. */
  public static final List<String> FLOWS =
      List.of("#2754C0", "#8E2F7E", "#0B6B62", "#8A4B08", "#566500", "#3A424C");

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
          Map.entry(MET, "--cb-met"),
          Map.entry(MET_LINE, "--cb-met-line"),
          Map.entry(JUMP, "--cb-jump"),
          Map.entry(GOTO, "--cb-goto"),
          Map.entry(VERDICT, "--cb-verdict"),
          Map.entry(LINK, "--cb-link"),
          Map.entry(PLACE, "--cb-place"),
          Map.entry(PLACE_LINE, "--cb-place-line"),
          Map.entry(NODE, "--cb-node"),
          Map.entry(NODE_LINE, "--cb-node-line"),
          Map.entry(PROXY, "--cb-proxy"),
          Map.entry(PROXY_LINE, "--cb-proxy-line"),
          Map.entry(NETFILTER, "--cb-netfilter"),
          Map.entry(NETFILTER_LINE, "--cb-netfilter-line"),
          Map.entry(FAILED, "--cb-failed"),
          Map.entry(FAILED_LINE, "--cb-failed-line"),
          Map.entry(FLOWS.get(0), "--cb-flow-1"),
          Map.entry(FLOWS.get(1), "--cb-flow-2"),
          Map.entry(FLOWS.get(2), "--cb-flow-3"),
          Map.entry(FLOWS.get(3), "--cb-flow-4"),
          Map.entry(FLOWS.get(4), "--cb-flow-5"),
          Map.entry(FLOWS.get(5), "--cb-flow-6"),
          // PlantUML's own, of figures that authors write by hand.
          Map.entry("#000000", "--cb-text"),
          Map.entry("#181818", "--cb-text"),
          Map.entry("#FFFFFF", "--cb-box"),
          Map.entry("#F1F1F1", "--cb-box"),
          Map.entry("#E2E2F0", "--cb-head"));

  private Palette() {}

  /** The colour of a flow, by its place in the figure from 1; after the last the first again. */
  public static String flow(int place) {
    return FLOWS.get((place - 1) % FLOWS.size());
  }

  /** The custom property of each colour's role, by the colour in capitals. */
  public static Map<String, String> properties() {
    return PROPERTIES;
  }
}
