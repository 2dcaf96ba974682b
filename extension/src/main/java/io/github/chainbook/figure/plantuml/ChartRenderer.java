package io.github.chainbook.figure.plantuml;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.chart.ChainChart;
import io.github.chainbook.figure.chart.Step;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.List;

/** Writes the flow chart of a chain as a PlantUML activity diagram. */
public final class ChartRenderer {

  /** A question longer than this goes on in the next line. */
  private static final int QUESTION = 40;

  private static final int ACTION = 34;

  private final List<String> lines = new ArrayList<>();

  private final Messages words;

  private ChartRenderer(Messages words) {
    this.words = words;
  }

  /** The lines of the diagram, {@code @startuml} and {@code @enduml} included. */
  public static List<String> render(ChainChart chart, Messages words) {
    ChartRenderer renderer = new ChartRenderer(words);
    renderer.lines.add("@startuml");
    renderer.lines.addAll(ChartStyle.lines());
    renderer.box(chart.start(), "chain");
    chart.steps().forEach(renderer::step);
    renderer.ending(chart);
    renderer.lines.add("@enduml");
    return renderer.lines;
  }

  private void ending(ChainChart chart) {
    if (!chart.left().isEmpty()) {
      lines.add("note right");
      lines.add("  " + LineText.of(chart.left(), ACTION, true));
      lines.add("end note");
    }
    if (!chart.end().isEmpty()) {
      box(chart.end(), "end");
    }
    lines.add("detach");
  }

  private void step(Step step) {
    String kind =
        switch (step.after()) {
          case NEXT -> "next";
          case CALL -> "call";
          case LEAVES -> "leaves";
        };
    if (step.question().isEmpty()) {
      box(step.action(), kind);
      return;
    }
    lines.add(
        "if ("
            + LineText.of(step.question(), QUESTION, true)
            + ") then ("
            + word("chart.yes")
            + ")");
    box(step.action(), kind);
    if (step.after() == Step.After.LEAVES) {
      lines.add("detach");
    }
    lines.add("else (" + word("chart.no") + ")");
    lines.add("endif");
  }

  private String word(String key) {
    return PlantUmlText.escape(words.text(key));
  }

  private void box(List<Line> shown, String kind) {
    lines.add(":" + LineText.of(shown, ACTION, true) + "; <<" + kind + ">>");
  }
}
