package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.hook.HookFigure;
import io.github.chainbook.figure.layout.CallOrder;
import io.github.chainbook.figure.layout.ColumnLayout;
import io.github.chainbook.figure.layout.HookColumn;
import io.github.chainbook.figure.layout.HookLayout;
import io.github.chainbook.figure.layout.LaneLayout;
import io.github.chainbook.figure.layout.Layout;
import io.github.chainbook.figure.layout.WideLayout;
import io.github.chainbook.figure.svg.ChainSvg;
import io.github.chainbook.figure.walk.WalkFigure;

/**
 * A figure that we draw ourselves, in the two layouts of which a page shows the one that fits.
 *
 * @param wide from left to right
 * @param narrow in one column
 */
record DrawnFigure(Layout wide, Layout narrow) {

  static DrawnFigure of(Figure figure) {
    return new DrawnFigure(WideLayout.of(figure), ColumnLayout.of(CallOrder.of(figure)));
  }

  static DrawnFigure of(WalkFigure figure) {
    return new DrawnFigure(LaneLayout.wide(figure), LaneLayout.narrow(figure));
  }

  static DrawnFigure of(HookFigure figure) {
    return new DrawnFigure(HookLayout.of(figure), HookColumn.of(figure));
  }

  /** Both pictures, for a page. */
  String both(String id, FigureWords words) {
    return ChainSvg.of(wide, id, "cb-wide", words)
        + ChainSvg.of(narrow, id + "-narrow", "cb-narrow", words);
  }

  /** The wide picture, for a file. */
  String file(String id, FigureWords words, boolean print) {
    return print ? ChainSvg.forPrint(wide, id, words) : ChainSvg.of(wide, id, "cb-wide", words);
  }
}
