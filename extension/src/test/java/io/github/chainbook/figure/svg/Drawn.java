package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.hook.HookFigure;
import io.github.chainbook.figure.layout.CallOrder;
import io.github.chainbook.figure.layout.ColumnLayout;
import io.github.chainbook.figure.layout.HookColumn;
import io.github.chainbook.figure.layout.HookLayout;
import io.github.chainbook.figure.layout.LaneLayout;
import io.github.chainbook.figure.layout.Layout;
import io.github.chainbook.figure.layout.LayoutProblems;
import io.github.chainbook.figure.layout.WideLayout;
import io.github.chainbook.figure.walk.WalkFigure;
import java.util.ArrayList;
import java.util.List;

/** Draws figures in all their layouts and looks at each. */
public final class Drawn {

  private Drawn() {}

  /** The picture in its wide layout. */
  public static String wide(Figure figure) {
    return ChainSvg.of(WideLayout.of(figure), "f", "cb-wide", FigureWords.of(figure));
  }

  /** A packet's way in its wide layout. */
  public static String wide(WalkFigure walk) {
    return ChainSvg.of(LaneLayout.wide(walk), "f", "cb-wide", FigureWords.of(walk.figure()));
  }

  /** The hooks in their wide layout. */
  public static String wide(HookFigure hooks) {
    return ChainSvg.of(HookLayout.of(hooks), "f", "cb-wide", FigureWords.of(hooks.figure()));
  }

  /** What is wrong with the pictures of the hooks; nothing if all is well. */
  public static List<String> problems(HookFigure hooks) {
    List<String> problems = new ArrayList<>();
    look(hooks.figure(), HookLayout.of(hooks), problems);
    look(hooks.figure(), HookColumn.of(hooks), problems);
    return problems;
  }

  /** What is wrong with the pictures of a packet's way; nothing if all is well. */
  public static List<String> problems(WalkFigure walk) {
    List<String> problems = new ArrayList<>();
    look(walk.figure(), LaneLayout.wide(walk), problems);
    look(walk.figure(), LaneLayout.narrow(walk), problems);
    return problems;
  }

  /** What is wrong with the pictures of a figure; nothing if all is well. */
  public static List<String> problems(Figure figure) {
    List<String> problems = new ArrayList<>();
    look(figure, WideLayout.of(figure), problems);
    Figure inOrder = CallOrder.of(figure);
    look(inOrder, ColumnLayout.of(inOrder), problems);
    return problems;
  }

  private static void look(Figure figure, Layout layout, List<String> problems) {
    problems.addAll(LayoutProblems.of(figure, layout));
    String svg = ChainSvg.of(layout, "f", "cb-wide", FigureWords.of(figure));
    problems.addAll(SvgProblems.of(figure, svg));
  }
}
