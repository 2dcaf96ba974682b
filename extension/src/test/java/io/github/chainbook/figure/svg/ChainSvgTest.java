package io.github.chainbook.figure.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.ChainDiagram;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.layout.WideLayout;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.words.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden files hold the pictures themselves: nothing in them depends on a machine. */
class ChainSvgTest {

  static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "]]>",
          "<!-- x --> <![CDATA[ x",
          "@enduml",
          "\" onload=\"alert(1)",
          "' &amp; & &#45;",
          "a\nb\tc\u0000\u0007\u001b[31m",
          "\u202Ereversed\u2066",
          "עברית عربى",
          "😀👩‍👩‍👧 漢字漢字漢字",
          "e\u0301\u0301\u0301",
          "\uDCFF\uDC80",
          "x".repeat(255),
          "漢".repeat(85),
          "one word and another ".repeat(12),
          "\\ $1 %s {0} ${x}",
          "",
          " ",
          "-p tcp");

  @ParameterizedTest
  @ValueSource(strings = {"sidecar", "goto", "undeclared", "odd"})
  void drawsADump(String name) throws IOException {
    Figure figure = figure(name);
    assertThat(Drawn.problems(figure)).isEmpty();
    assertThat(Drawn.wide(figure)).isEqualTo(resource(name + ".svg"));
  }

  @Test
  void aTextIsTextWhateverItHolds() {
    List<Box> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < HOSTILE.size(); i++) {
      String text = HOSTILE.get(i);
      Link link = new Link("c" + i + ":1", text);
      Row row = Row.of(1, List.of(text, text), Row.Kind.JUMP, text, link);
      Link head = new Link("c" + i, text);
      boxes.add(new Box("N" + text, Box.Kind.USER, text, head, "Rules", List.of(row)));
      arrows.add(new Arrow(i, 0, (i + 1) % HOSTILE.size(), "1", 1, false, "", link));
    }
    Figure figure = new Figure("t", HOSTILE.get(0), boxes, arrows, HOSTILE, List.of());
    assertThat(Drawn.problems(figure)).isEmpty();
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void saysWhatTheFigureSays(@ForAll long seed) {
    assertThat(Drawn.problems(random(new Random(seed)))).isEmpty();
  }

  @Test
  void isTheSameEachTime() throws IOException {
    Figure figure = figure("sidecar");
    assertThat(Drawn.wide(figure)).isEqualTo(Drawn.wide(figure));
  }

  @Test
  void forPrintNoTextIsSpacedAndEachSignStandsInItsCell() {
    Link link = new Link("c:1", "");
    Row row = Row.of(1, List.of("漢字 abc"), Row.Kind.TARGET, "ACCEPT", link);
    Box box = new Box("C", Box.Kind.USER, "", new Link("c", ""), "Rules", List.of(row));
    Figure figure = new Figure("t", "", List.of(box), List.of());
    String svg = ChainSvg.forPrint(WideLayout.of(figure), "f", FigureWords.of(figure));
    assertThat(svg).doesNotContain("textLength").doesNotContain("var(");
    // Two wide signs and a blank are five cells of 6.6 behind the condition's begin.
    assertThat(svg).containsPattern("x=\"64\\.\\d+\"[^>]*>abc<");
  }

  private static Figure random(Random random) {
    int size = 1 + random.nextInt(14);
    List<Box> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Row> rows = new ArrayList<>();
      int count = random.nextInt(7);
      for (int k = 0; k < count; k++) {
        Link link = new Link("c" + i + ":" + (k + 1), text(random));
        List<String> conditions = new ArrayList<>();
        for (int c = random.nextInt(4); c > 0; c--) {
          conditions.add(text(random));
        }
        Row.Kind kind = Row.Kind.values()[random.nextInt(Row.Kind.values().length)];
        rows.add(Row.of(k + 1, conditions, kind, text(random), link));
        if (kind == Row.Kind.JUMP || kind == Row.Kind.GOTO) {
          boolean isGoto = kind == Row.Kind.GOTO;
          String rule = String.valueOf(k + 1);
          arrows.add(new Arrow(i, k, random.nextInt(size), rule, 1, isGoto, "", link));
        }
      }
      Box.Kind kind = Box.Kind.values()[random.nextInt(Box.Kind.values().length)];
      boxes.add(
          new Box(
              "N" + i + text(random), kind, text(random), new Link("c" + i, ""), "Rules", rows));
    }
    return new Figure("t", "d", boxes, arrows, List.of(text(random)), List.of());
  }

  private static String text(Random random) {
    return random.nextInt(4) == 0
        ? HOSTILE.get(random.nextInt(HOSTILE.size()))
        : "--o" + random.nextInt(99) + " " + "v".repeat(random.nextInt(30));
  }

  private static Figure figure(String name) throws IOException {
    String dump =
        name.equals("odd")
            ? resource("odd.dump")
            : resource("/io/github/chainbook/figure/plantuml/" + name + ".dump");
    Table table =
        new RulesetReader()
            .read(SourceText.of(name, dump), Optional.empty())
            .ruleset()
            .tables()
            .get(0);
    return ChainDiagram.of(new Ids(name), table, table.chains(), "Chains", Messages.english());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ChainSvgTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
