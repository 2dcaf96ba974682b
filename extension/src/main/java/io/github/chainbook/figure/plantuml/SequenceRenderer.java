package io.github.chainbook.figure.plantuml;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.sequence.Event;
import io.github.chainbook.figure.sequence.Frame;
import io.github.chainbook.figure.sequence.Lane;
import io.github.chainbook.figure.sequence.SequenceFigure;
import java.util.ArrayList;
import java.util.List;

/** Writes the sequence of a flow as a PlantUML sequence diagram. */
public final class SequenceRenderer {

  /** A line longer than this goes on in the next one, so that lanes stand close. */
  private static final int BESIDE_ARROW = 16;

  private static final int WIDTH = 20;

  /** Keeps a title away from its frame's edge. */
  private static final String ABOVE = "<size:4><U+00A0></size>\\n";

  private final List<String> lines = new ArrayList<>();

  private SequenceRenderer() {}

  /** The lines of the diagram, {@code @startuml} and {@code @enduml} included. */
  public static List<String> render(SequenceFigure figure) {
    SequenceRenderer renderer = new SequenceRenderer();
    renderer.lines.add("@startuml");
    renderer.lines.addAll(SequenceStyle.lines());
    figure.frames().forEach(renderer::frame);
    figure.events().forEach(renderer::event);
    renderer.lines.add("@enduml");
    return renderer.lines;
  }

  private void frame(Frame frame) {
    lines.add("box \"" + ABOVE + text(frame.title()) + "\" " + Palette.PLACE);
    frame.lanes().forEach(this::lane);
    lines.add("end box");
  }

  private void lane(Lane lane) {
    List<Line> head = new ArrayList<>(List.of(Line.head(lane.name())));
    if (!lane.subtitle().isEmpty()) {
      head.add(Line.soft(lane.subtitle()));
    }
    String color =
        switch (lane.kind()) {
          case PROCESS -> Palette.BOX;
          case PROXY -> Palette.PROXY;
          case KERNEL -> Palette.NETFILTER;
        };
    lines.add("  participant \"" + text(head) + "\" as l" + lane.number() + " " + color);
  }

  private void event(Event event) {
    if (event instanceof Event.Message message) {
      lines.add("l" + message.from() + " -> l" + message.to() + " : " + beside(message.lines()));
    } else if (event instanceof Event.Action action) {
      note(action.lane(), Palette.NETFILTER, Palette.NETFILTER_LINE, action.lines());
    } else if (event instanceof Event.Branch branch) {
      lines.add("== " + PlantUmlText.escape(branch.text()) + " ==");
    } else if (event instanceof Event.End end) {
      String arrow = " -[" + Palette.FAILED_LINE + (end.leaves() ? "]>]" : "]>x]");
      lines.add("l" + end.lane() + arrow + " : " + beside(end.label()));
      note(end.lane(), Palette.FAILED, Palette.FAILED_LINE, end.lines());
    }
  }

  private void note(int lane, String fill, String border, List<Line> shown) {
    String color = fill + ";line:" + border.substring(1);
    lines.add("rnote over l" + lane + " " + color + " : " + text(shown));
  }

  private static String beside(List<Line> shown) {
    return LineText.of(shown, BESIDE_ARROW, true);
  }

  private static String text(List<Line> shown) {
    return LineText.of(shown, WIDTH, true);
  }
}
