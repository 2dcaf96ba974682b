package io.github.chainbook.figure.plantuml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.flow.Deployment;
import io.github.chainbook.figure.flow.Deployments;
import io.github.chainbook.figure.sequence.Event;
import io.github.chainbook.figure.sequence.FlowSequence;
import io.github.chainbook.figure.sequence.Frame;
import io.github.chainbook.figure.sequence.Lane;
import io.github.chainbook.figure.sequence.SequenceFigure;
import io.github.chainbook.text.VisibleText;
import io.github.chainbook.words.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden pairs of the first flow of deployments and PlantUML text, and what pictures say. */
class SequenceRendererTest {

  @ParameterizedTest
  @MethodSource("io.github.chainbook.figure.flow.Deployments#withFlows")
  void drawsAFlow(String name) throws IOException {
    Deployment deployment = Deployments.of(name);
    SequenceFigure figure =
        FlowSequence.of(
            new TopologyIds("pods"),
            deployment.topology(),
            deployment.walks().get(0),
            id -> true,
            Messages.english());
    assertThat(String.join("\n", SequenceRenderer.render(figure)) + "\n")
        .isEqualTo(Drawing.golden(name + "-sequence.puml"));
    Document svg = Drawing.of(SequenceRenderer.render(figure));
    assertThat(Palette.properties().keySet()).containsAll(Drawing.colors(svg));
  }

  @Property(tries = 20)
  void whateverGoesInIsWhatTheSvgSays(@ForAll("texts") List<String> texts) throws IOException {
    assertSame(texts);
  }

  @Example
  void knownTraps() throws IOException {
    assertSame(Texts.TRAPS);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Texts.any();
  }

  // Each text is marked, so that it is found among the others.
  private static void assertSame(List<String> texts) throws IOException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      events.add(new Event.Message(0, 1, List.of(linked("message" + i, text))));
      events.add(
          new Event.Action(1, List.of(linked("action" + i, text), Line.soft(mark(i, "a", text)))));
      events.add(new Event.Branch(mark(i, "b", text)));
      events.add(
          new Event.End(
              1,
              i % 2 == 0,
              List.of(linked("end" + i, text)),
              List.of(Line.head(mark(i, "e", text)))));
    }
    Document svg = Drawing.of(SequenceRenderer.render(figure(texts.get(0), events)));
    String all = Drawing.text(svg);
    for (int i = 0; i < texts.size(); i++) {
      String shown = Drawing.withoutBlanks(VisibleText.of(texts.get(i)));
      for (String place : List.of("message", "action", "end")) {
        assertThat(Drawing.linked(svg, place + i))
            .as("%s %s", place, texts.get(i))
            .isEqualTo(shown);
      }
      for (String place : List.of("a", "b", "e")) {
        assertThat(all)
            .contains(Drawing.withoutBlanks(VisibleText.of(mark(i, place, texts.get(i)))));
      }
    }
    String first = Drawing.withoutBlanks(VisibleText.of(texts.get(0)));
    assertThat(all).contains("Frame" + first, "Left" + first, "Right" + first, "Sub" + first);
  }

  private static SequenceFigure figure(String text, List<Event> events) {
    Lane left = new Lane(0, Lane.Kind.PROCESS, "Left" + text, "");
    Lane right = new Lane(1, Lane.Kind.KERNEL, "Right" + text, "Sub" + text);
    Frame frame = new Frame(List.of(Line.head("Frame" + text)), List.of(left, right));
    return new SequenceFigure("t", "d", List.of(frame), events);
  }

  private static Line linked(String id, String text) {
    return new Line(Line.Tone.PLAIN, text, Optional.of(new Link(id, text)));
  }

  private static String mark(int number, String place, String text) {
    return "<" + place + number + ":" + text + ":" + place + number + ">";
  }
}
