package io.github.chainbook.figure.plantuml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.chart.ChainChart;
import io.github.chainbook.figure.chart.ChainCharts;
import io.github.chainbook.figure.chart.Step;
import io.github.chainbook.figure.chart.Step.After;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.text.VisibleText;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.Family;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden pairs of dumps and the flow charts of their chains, and what pictures say. */
class ChartRendererTest {

  static Stream<GoldenFiles.Pair> dumps() {
    return GoldenFiles.pairs(ChartRendererTest.class, "chart", ".dump", ".puml").stream();
  }

  @ParameterizedTest
  @MethodSource("dumps")
  void drawsEachChain(GoldenFiles.Pair pair) throws IOException {
    List<ChainChart> charts = charts(new String(pair.input(), StandardCharsets.UTF_8));
    String all =
        charts.stream()
            .map(chart -> "' " + chart.description() + "\n" + text(chart))
            .collect(Collectors.joining("\n"));
    assertThat(all).isEqualTo(pair.expected());
    for (ChainChart chart : charts) {
      Document svg = Drawing.of(ChartRenderer.render(chart, Messages.english()));
      assertThat(Palette.properties().keySet()).containsAll(Drawing.colors(svg));
      assertThat(Drawing.text(svg)).doesNotContain("Syntax", "deprecated");
    }
  }

  @Test
  void saysHowManyRulesItDoesNotShow() {
    String rules = "-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT\n".repeat(43);
    ChainChart chart = charts("*filter\n:INPUT DROP [0:0]\n" + rules + "COMMIT\n").get(0);
    assertThat(chart.steps()).hasSize(40);
    assertThat(chart.left()).extracting(Line::text).first().asString().startsWith("rules 41 to 43");
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

  private static void assertSame(List<String> texts) throws IOException {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      After after = After.values()[i % 3];
      List<Line> action = List.of(linked("action" + i, texts.get(i)), Line.soft(mark(i, texts)));
      steps.add(new Step(List.of(linked("question" + i, texts.get(i))), action, after));
      steps.add(new Step(List.of(), List.of(linked("always" + i, texts.get(i))), After.NEXT));
    }
    String first = texts.get(0);
    ChainChart chart =
        new ChainChart(
            "t",
            "d",
            List.of(Line.head("Start" + first)),
            steps,
            List.of(Line.soft("Left" + first)),
            List.of(Line.plain("End" + first)));
    Document svg = Drawing.of(ChartRenderer.render(chart, Messages.english()));
    String all = Drawing.text(svg);
    for (int i = 0; i < texts.size(); i++) {
      String shown = shown(texts.get(i));
      for (String place : List.of("question", "action", "always")) {
        assertThat(Drawing.linked(svg, place + i)).as("%s %s", place, shown).isEqualTo(shown);
      }
      assertThat(all).contains(shown(mark(i, texts)));
    }
    assertThat(all).contains("Start" + shown(first), "Left" + shown(first), "End" + shown(first));
  }

  private static String shown(String text) {
    return Drawing.withoutBlanks(VisibleText.of(text));
  }

  private static Line linked(String id, String text) {
    return new Line(Line.Tone.PLAIN, text, Optional.of(new Link(id, text)));
  }

  private static String mark(int number, List<String> texts) {
    return "<" + number + ":" + texts.get(number) + ":" + number + ">";
  }

  private static String text(ChainChart chart) {
    return String.join("\n", ChartRenderer.render(chart, Messages.english())) + "\n";
  }

  private static List<ChainChart> charts(String dump) {
    Table table =
        new RulesetReader()
            .read(SourceText.of("dump", dump), Optional.empty())
            .ruleset()
            .tables()
            .get(0);
    ChainCharts charts = new ChainCharts(new Ids("host"), Family.IPV4, table, Messages.english());
    List<Chain> chains =
        table.chains().stream()
            .filter(chain -> !chain.rules().isEmpty() || !chain.builtIn())
            .toList();
    return chains.stream().map(charts::of).toList();
  }
}
