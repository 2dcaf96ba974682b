package io.github.chainbook.figure.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.Row.Met;
import io.github.chainbook.figure.plantuml.PlantUmlRenderer;
import io.github.chainbook.figure.svg.Drawn;
import io.github.chainbook.figure.walk.Walked;
import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.packet.Hook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookDiagramTest {

  private static final String ARRIVAL = "in eth0: tcp 10.0.0.1:4000 > 10.0.0.5:";

  private static HookFigure figure(Walked walked, boolean packet, Backend backend) {
    return HookDiagram.of(
        new Ids("r"),
        walked.ruleset(),
        backend,
        packet ? Optional.of(walked.trace()) : Optional.empty(),
        "Hooks",
        Messages.english());
  }

  private static List<String> cells(HookFigure hooks, Place place) {
    return hooks.figure().boxes().get(place.ordinal()).rows().stream()
        .map(HookDiagramTest::cell)
        .toList();
  }

  private static String cell(Row row) {
    Row.Mark mark = row.mark();
    String effect = mark.effect().isEmpty() ? "" : " => " + mark.effect();
    String steps = mark.steps().isEmpty() ? "" : " [" + mark.steps() + "]";
    return mark.met() + steps + " " + row.condition() + ": " + row.action() + effect;
  }

  private static List<String> taken(HookFigure hooks, Met met) {
    return hooks.tracks().stream()
        .filter(track -> track.met() == met)
        .map(track -> track.from() + ">" + track.to())
        .toList();
  }

  @Test
  void showsWhatTheRulesetHasAtEachHook() {
    HookFigure hooks = figure(Walked.gate(ARRIVAL + 22), false, Backend.LEGACY);
    assertThat(cells(hooks, Place.PREROUTING))
        .containsExactly(
            "UNKNOWN raw: no rules · ACCEPT",
            "UNKNOWN conntrack: in use",
            "UNKNOWN mangle: not in dump",
            "UNKNOWN nat: 1 rule · ACCEPT");
    assertThat(cells(hooks, Place.FORWARD))
        .containsExactly(
            "UNKNOWN mangle: not in dump",
            "UNKNOWN filter: no rules · DROP",
            "UNKNOWN security: not in dump");
    Row filter = hooks.figure().boxes().get(Place.INPUT.ordinal()).rows().get(1);
    assertThat(filter.link().id()).isEqualTo("r-filter-INPUT");
    assertThat(filter.link().tip()).isEqualTo("chain INPUT of table filter: 1 rule · DROP");
    assertThat(taken(hooks, Met.UNKNOWN)).hasSize(12);
  }

  // The order that was measured on a kernel.
  @Test
  void theBackEndsDifferInTheOrderAtInput() {
    Walked gate = Walked.gate(ARRIVAL + 22);
    assertThat(cells(figure(gate, false, Backend.LEGACY), Place.INPUT))
        .extracting(cell -> cell.split(" ")[1])
        .containsExactly("mangle:", "filter:", "security:", "nat:");
    assertThat(cells(figure(gate, false, Backend.NFT), Place.INPUT))
        .extracting(cell -> cell.split(" ")[1])
        .containsExactly("mangle:", "filter:", "nat:", "security:");
    for (Backend backend : Backend.values()) {
      assertThat(cells(figure(gate, false, backend), Place.OUTPUT))
          .extracting(cell -> cell.split(" ")[1])
          .containsExactly("raw:", "conntrack:", "mangle:", "nat:", "filter:", "security:");
      assertThat(cells(figure(gate, false, backend), Place.POSTROUTING)).hasSize(2);
    }
  }

  @Test
  void aPacketThatLoopsIsNotShownToNatAgain() throws IOException {
    HookFigure hooks =
        figure(
            Walked.sidecar("out eth0: tcp 10.244.2.5:50000 > 10.96.14.7:8080 uid 1000"),
            true,
            Backend.LEGACY);
    assertThat(cells(hooks, Place.OUTPUT))
        .contains("YES [1] nat: 1 rule · ACCEPT => REDIRECT 127.0.0.1:15001");
    assertThat(cells(hooks, Place.PREROUTING)).contains("NO nat: not asked");
    assertThat(cells(hooks, Place.INPUT)).contains("NO nat: not asked");
    assertThat(hooks.figure().boxes().get(Place.PREROUTING.ordinal()).subtitle())
        .isEqualTo("3rd · in lo");
    assertThat(taken(hooks, Met.YES))
        .containsExactlyInAnyOrder(
            "PROCESS>SENDING",
            "SENDING>OUTPUT",
            "OUTPUT>REROUTING",
            "REROUTING>POSTROUTING",
            "POSTROUTING>PREROUTING",
            "PREROUTING>ROUTING",
            "ROUTING>INPUT",
            "INPUT>PROCESS");
  }

  @Test
  void whatIsDroppedGoesNoFurther() {
    HookFigure hooks = figure(Walked.gate(ARRIVAL + 22), true, Backend.LEGACY);
    assertThat(cells(hooks, Place.INPUT))
        .containsExactly(
            "NO mangle: not in dump",
            "YES [3] filter: 1 rule · DROP => DROP by in 2",
            "NO security: not in dump",
            "NO nat: not reached");
    assertThat(taken(hooks, Met.YES))
        .containsExactlyInAnyOrder("ARRIVAL>PREROUTING", "PREROUTING>ROUTING", "ROUTING>INPUT");
    assertThat(hooks.figure().notes()).containsExactly("DROP, dropped.");
  }

  @Test
  void aForkIsNotDrawnAsIfItWereCertain() {
    HookFigure hooks = figure(Walked.gate(ARRIVAL + 81), true, Backend.LEGACY);
    assertThat(cells(hooks, Place.PREROUTING))
        .contains("PERHAPS [2] nat: 1 rule · ACCEPT => policy ACCEPT or REDIRECT 10.0.0.5:8081");
    assertThat(cells(hooks, Place.INPUT))
        .contains("PERHAPS filter: 1 rule · DROP => DROP by in 4 or ACCEPT by in 3");
    assertThat(taken(hooks, Met.YES)).doesNotContain("INPUT>PROCESS");
    assertThat(taken(hooks, Met.PERHAPS)).containsExactly("INPUT>PROCESS");
    assertThat(hooks.figure().notes()).hasSize(4).last().asString().startsWith("Dashed");
  }

  @Test
  void theDescriptionSaysWhatThePictureShows() {
    String text = figure(Walked.gate(ARRIVAL + 22), true, Backend.LEGACY).figure().description();
    assertThat(text)
        .contains("3: filter 1 rule, DROP, DROP by in 2; security not in dump; nat not reached.")
        .endsWith("DROP, dropped.");
  }

  // Of any packet, the hooks that are passed are those of its trace, and the tables as well.
  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void saysWhatTheTraceSays(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Backend backend = Backend.values()[random.nextInt(2)];
    int port = List.of(22, 80, 443).get(random.nextInt(3));
    String way =
        List.of(
                "in eth0: tcp 10.0.0.1:4 > 10.0.0.5:", "out eth0: tcp 10.0.0.5:4 > 10.0.0.9:",
                "out lo: tcp 10.0.0.5:4 > 10.0.0.5:",
                    "forward eth0 eth1: tcp 10.0.0.1:4 > 10.1.0.9:")
            .get(random.nextInt(4));
    Walked walked = Walked.gate(way + port, backend);
    HookFigure hooks = figure(walked, true, backend);
    assertThat(Drawn.problems(hooks)).isEmpty();
    Set<String> asked = new LinkedHashSet<>();
    for (TraceStep step : walked.trace().steps()) {
      asked.add(step.hook() + " " + step.table());
    }
    List<String> expected = new ArrayList<>(asked);
    for (Hook hook : Hook.values()) {
      Place place = Place.of(hook);
      Box box = hooks.figure().boxes().get(place.ordinal());
      for (Row row : box.rows()) {
        boolean met = row.mark().met() == Met.YES;
        assertThat(met).isEqualTo(asked.contains(hook + " " + row.condition()));
        if (met) {
          assertThat(row.mark().steps())
              .isEqualTo("" + (expected.indexOf(hook + " " + row.condition()) + 1));
        }
      }
      boolean came = walked.trace().hooks().stream().map(HookPassage::hook).anyMatch(hook::equals);
      boolean entered =
          hooks.tracks().stream().anyMatch(t -> t.to() == place && t.met() == Met.YES);
      assertThat(entered).isEqualTo(came);
      assertThat(!box.subtitle().isEmpty()).isEqualTo(came);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hooks", "packet", "fork"})
  void drawsTheHooks(String name) throws IOException {
    HookFigure hooks = example(name);
    assertThat(Drawn.problems(hooks)).isEmpty();
    assertThat(Drawn.wide(hooks)).isEqualTo(resource(name + ".svg"));
    assertThat(String.join("\n", PlantUmlRenderer.render(hooks)) + "\n")
        .isEqualTo(resource(name + ".puml"));
  }

  static HookFigure example(String name) {
    Walked walked = Walked.gate(ARRIVAL + (name.equals("fork") ? 81 : 22));
    return figure(walked, !name.equals("hooks"), Backend.LEGACY);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HookDiagramTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
