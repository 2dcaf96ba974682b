package io.github.chainbook.figure.chart;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Line;
import java.util.List;
import java.util.stream.Stream;

/**
 * A chain as a flow chart, before it is drawn.
 *
 * @param title what it shows, in a few words
 * @param description what it shows, in sentences, for who cannot see it
 * @param start the chain
 * @param steps its rules in order
 * @param left what is said of rules that are not drawn; empty if all are
 * @param end what becomes of a packet that no rule has taken away; empty if there is none
 */
public record ChainChart(
    String title,
    String description,
    List<Line> start,
    List<Step> steps,
    List<Line> left,
    List<Line> end) {

  public ChainChart {
    start = List.copyOf(start);
    steps = List.copyOf(steps);
    left = List.copyOf(left);
    end = List.copyOf(end);
  }

  /** The words of the chart, fit to be shown. */
  public FigureWords words() {
    Stream<Line> lines =
        Stream.concat(
            Stream.of(start, left, end).flatMap(List::stream),
            steps.stream().flatMap(s -> Stream.concat(s.question().stream(), s.action().stream())));
    return FigureWords.of(title, description, lines.flatMap(line -> line.link().stream()));
  }
}
