package io.github.chainbook.figure.sequence;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Line;
import java.util.List;
import java.util.stream.Stream;

/**
 * A flow as messages between processes and kernels, before it is drawn.
 *
 * @param title what it shows, in a few words
 * @param description what it shows, in sentences, for who cannot see it
 * @param frames who takes part, from left to right
 * @param events what happens, from top to bottom
 */
public record SequenceFigure(
    String title, String description, List<Frame> frames, List<Event> events) {

  public SequenceFigure {
    frames = List.copyOf(frames);
    events = List.copyOf(events);
  }

  /** The words of the figure, fit to be shown. */
  public FigureWords words() {
    return FigureWords.of(
        title,
        description,
        events.stream().flatMap(SequenceFigure::lines).flatMap(line -> line.link().stream()));
  }

  private static Stream<Line> lines(Event event) {
    if (event instanceof Event.Message message) {
      return message.lines().stream();
    }
    if (event instanceof Event.Action action) {
      return action.lines().stream();
    }
    return event instanceof Event.End end
        ? Stream.concat(end.label().stream(), end.lines().stream())
        : Stream.empty();
  }
}
