package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.hook.HookFigure;
import io.github.chainbook.figure.layout.CallOrder;
import io.github.chainbook.figure.layout.ColumnLayout;
import io.github.chainbook.figure.layout.DeploymentLayout;
import io.github.chainbook.figure.layout.HookColumn;
import io.github.chainbook.figure.layout.HookLayout;
import io.github.chainbook.figure.layout.LaneLayout;
import io.github.chainbook.figure.layout.Layout;
import io.github.chainbook.figure.layout.WideLayout;
import io.github.chainbook.figure.svg.ChainSvg;
import io.github.chainbook.figure.svg.DeploymentSvg;
import io.github.chainbook.figure.walk.WalkFigure;

/**
 * A figure that we draw ourselves, in the two layouts of which a page shows the one that fits.
 *
 * @param wide from left to right
 * @param narrow in one column
 */
record DrawnFigure(Picture wide, Picture narrow) {

  /** A figure in one layout, which is drawn when its words are known. */
  interface Picture {

    /**
     * Draws it.
     *
     * @param id what its own ids begin with
     * @param shape a class that says which of the layouts it is
     */
    String draw(String id, String shape, FigureWords words, boolean print);
  }

  static DrawnFigure of(Figure figure) {
    return new DrawnFigure(
        picture(WideLayout.of(figure)), picture(ColumnLayout.of(CallOrder.of(figure))));
  }

  static DrawnFigure of(DeploymentFigure figure) {
    return new DrawnFigure(
        picture(DeploymentLayout.wide(figure)), picture(DeploymentLayout.narrow(figure)));
  }

  private static Picture picture(Layout layout) {
    return (id, shape, words, print) ->
        print ? ChainSvg.forPrint(layout, id, words) : ChainSvg.of(layout, id, shape, words);
  }

  private static Picture picture(DeploymentLayout layout) {
    return (id, shape, words, print) ->
        print
            ? DeploymentSvg.forPrint(layout, id, words)
            : DeploymentSvg.of(layout, id, shape, words);
  }

  static DrawnFigure of(WalkFigure figure) {
    return new DrawnFigure(picture(LaneLayout.wide(figure)), picture(LaneLayout.narrow(figure)));
  }

  static DrawnFigure of(HookFigure figure) {
    return new DrawnFigure(picture(HookLayout.of(figure)), picture(HookColumn.of(figure)));
  }

  /** Both pictures, for a page. */
  String both(String id, FigureWords words) {
    return wide.draw(id, "cb-wide", words, false)
        + narrow.draw(id + "-narrow", "cb-narrow", words, false);
  }

  /** The wide picture, for a file. */
  String file(String id, FigureWords words, boolean print) {
    return wide.draw(id, "cb-wide", words, print);
  }
}
