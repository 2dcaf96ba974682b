package io.github.chainbook.figure.plantuml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.text.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Document;

/** Whatever goes into a figure is what the SVG's text says, in a row and in a box's head. */
class PlantUmlTextTest {

  @Property(tries = 60)
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

  private static void assertSame(List<String> texts) throws IOException {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Row row =
          Row.of(1, List.of(texts.get(i)), Row.Kind.TARGET, "X", new Link("row" + i, texts.get(i)));
      Link head = new Link("head" + i, texts.get(i));
      boxes.add(
          new Box("N" + texts.get(i), Box.Kind.USER, texts.get(i), head, "Rules", List.of(row)));
      Link bare = new Link("bare" + i, "");
      boxes.add(new Box("N" + texts.get(i), Box.Kind.USER, "", bare, "Rules", List.of()));
    }
    Document svg = Drawing.of(PlantUmlRenderer.render(new Figure("t", "d", boxes, List.of())));
    for (int i = 0; i < texts.size(); i++) {
      String shown = Drawing.withoutBlanks(VisibleText.of(texts.get(i)));
      assertThat(Drawing.linked(svg, "row" + i))
          .as("row %s", texts.get(i))
          .isEqualTo("1" + shown + "X");
      assertThat(Drawing.linked(svg, "head" + i)).as("head").isEqualTo("N" + shown + shown);
      assertThat(Drawing.linked(svg, "bare" + i)).as("bare head").isEqualTo("N" + shown);
    }
  }
}
