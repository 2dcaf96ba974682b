package io.github.chainbook.figure.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.Row.Met;
import io.github.chainbook.figure.plantuml.PlantUmlRenderer;
import io.github.chainbook.figure.svg.Drawn;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.words.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkDiagramTest {

  private static final String CALL = "out eth0: tcp 10.244.2.5:50000 > 10.96.14.7:8080 uid 1000";

  private static List<String> lines(WalkFigure walk) {
    List<String> lines = new ArrayList<>();
    for (Box box : walk.figure().boxes()) {
      lines.add(box.name() + " | " + box.subtitle());
      for (Row row : box.rows()) {
        String effect = row.mark().effect().isEmpty() ? "" : " => " + row.mark().effect();
        lines.add(
            row.mark().met() + " [" + row.mark().steps() + "] " + row.text().strip() + effect);
      }
    }
    return lines;
  }

  @Test
  void showsWhatAPacketMeetsAndCountsWhatItPassesOver() throws IOException {
    WalkFigure walk = Walked.sidecar(CALL).figure(false);
    assertThat(lines(walk))
        .containsExactly(
            "OUTPUT | table nat · out eth0",
            "YES [1] 1 -p tcp →\u00a0ISTIO_OUTPUT",
            "ISTIO_OUTPUT | ",
            "NO [] 1–8 8 rules that do not match",
            "YES [2] 9 →\u00a0ISTIO_REDIRECT",
            "ISTIO_REDIRECT | ",
            "YES [3] 1 -p tcp REDIRECT --to-ports 15001 => destination → 127.0.0.1:15001",
            "POSTROUTING | table nat · out lo",
            "YES [4] policy ACCEPT");
    assertThat(walk.figure().arrows())
        .extracting(arrow -> arrow.from() + ">" + arrow.to())
        .containsExactly("0>1", "1>2");
    assertThat(walk.passages()).containsExactly(new WalkFigure.Passage(0, 1, true));
    assertThat(walk.figure().notes()).containsExactly("ACCEPT, REDIRECT 127.0.0.1:15001.");
  }

  @Test
  void showsEachRuleThatDoesNotMatchIfAsked() throws IOException {
    List<String> rows = lines(Walked.sidecar(CALL).figure(true));
    assertThat(rows).contains("NO [] 4 --uid-owner 1337 RETURN");
    assertThat(rows.stream().filter(line -> line.startsWith("NO"))).hasSize(8);
  }

  @Test
  void aForkIsNotDrawnAsIfItWereCertain() {
    WalkFigure walk = Walked.gate("in eth0: tcp 10.0.0.1:4000 > 10.0.0.5:81").figure(false);
    assertThat(lines(walk))
        .containsExactly(
            "PREROUTING | table raw · in eth0",
            "YES [1] policy ACCEPT",
            "PREROUTING | table nat · in eth0",
            "YES [2] 1 -p tcp →\u00a0web",
            "PERHAPS [] policy ACCEPT",
            "web | ",
            "YES [3] 1 →\u00a0log",
            "PERHAPS [] 2 -p tcp --dport 81 --mode random --probability 0.50000000000 RETURN",
            "PERHAPS [] 3 -p tcp --dport 80:81 REDIRECT --to-ports 8081 =>"
                + " destination → 10.0.0.5:8081",
            "NO [] 4 1 rule that is not asked, or does not match",
            "log | ",
            "YES [4] 1 LOG",
            "YES [] end of the chain back",
            "INPUT | table filter · in eth0",
            "PERHAPS [] 1 goto in",
            "in | ",
            "NO [] 1–2 2 rules that do not match",
            "PERHAPS [] 3 -p tcp --dport 8081 ACCEPT",
            "PERHAPS [] 4 DROP",
            "INPUT | table nat · in eth0",
            "PERHAPS [] policy ACCEPT");
    assertThat(walk.passages().stream().filter(WalkFigure.Passage::certain))
        .containsExactly(new WalkFigure.Passage(0, 1, true));
    assertThat(walk.figure().notes())
        .hasSize(4)
        .first()
        .isEqualTo("What becomes of it depends on what is not known:");
    assertThat(walk.figure().notes().get(1)).contains("one in two", "DROP");
  }

  @Test
  void aChainThatIsCalledTwiceIsOneBoxWithBothPlaces() {
    WalkFigure walk = Walked.gate("in eth0: tcp 10.0.0.1:4000 > 10.0.0.5:22").figure(false);
    assertThat(lines(walk)).contains("YES [4, 6] 1 LOG").contains("YES [5] 4 →\u00a0log");
    assertThat(walk.figure().arrows()).hasSize(4);
  }

  @Test
  void tablesThatAreNotSelectedAreCountedAllTheSame() {
    Walked walked = Walked.gate("in eth0: tcp 10.0.0.1:4000 > 10.0.0.5:22");
    WalkFigure walk =
        WalkDiagram.of(
            new Ids("r"),
            walked.ruleset(),
            walked.trace(),
            "filter"::equals,
            false,
            "Way",
            Messages.english());
    assertThat(lines(walk).get(1)).startsWith("YES [8]");
    assertThat(walk.passages()).isEmpty();
  }

  // Numbers, rows and arrows say of any packet what its trace says.
  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void saysWhatTheTraceSays(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    boolean sidecar = random.nextBoolean();
    Walked walked = sidecar ? Walked.sidecar(call(random)) : Walked.gate(arrival(random));
    WalkFigure walk = walked.figure(random.nextBoolean());
    assertThat(Drawn.problems(walk)).isEmpty();
    List<TraceStep> counted =
        walked.trace().steps().stream().filter(s -> s.type() != TraceStep.Type.RETURN).toList();
    List<Integer> numbers = new ArrayList<>();
    for (Box box : walk.figure().boxes()) {
      for (Row row : box.rows()) {
        for (String number : row.mark().steps().split(", ")) {
          if (number.isEmpty()) {
            continue;
          }
          numbers.add(Integer.parseInt(number));
          TraceStep step = counted.get(Integer.parseInt(number) - 1);
          assertThat(row.mark().met()).isEqualTo(Met.YES);
          assertThat(box.name()).isEqualTo(step.chain());
          step.rule().ifPresent(rule -> assertThat(row.label()).isEqualTo("" + rule.number()));
        }
        boolean met = row.mark().met() != Met.NO;
        boolean leads = row.kind() == Row.Kind.JUMP || row.kind() == Row.Kind.GOTO;
        int at = walk.figure().boxes().indexOf(box);
        int index = box.rows().indexOf(row);
        assertThat(
                walk.figure().arrows().stream().anyMatch(a -> a.from() == at && a.row() == index))
            .isEqualTo(met && leads);
      }
      String table = box.link().id().split("-")[1];
      List<Integer> rules =
          walked.ruleset().table(table).flatMap(t -> t.chain(box.name())).stream()
              .map(Chain::rules)
              .flatMap(List::stream)
              .map(rule -> rule.number())
              .toList();
      assertThat(
              box.rows().stream()
                  .flatMap(row -> row.rules().stream())
                  .map(id -> Integer.valueOf(id.substring(id.indexOf(':') + 1))))
          .containsExactlyElementsOf(rules);
    }
    assertThat(numbers.stream().sorted().collect(Collectors.toList()))
        .isEqualTo(java.util.stream.IntStream.rangeClosed(1, counted.size()).boxed().toList());
  }

  private static String call(Random random) {
    String out = random.nextBoolean() ? "lo" : "eth0";
    String from = random.nextBoolean() ? "127.0.0.6" : "10.244.2.5";
    String to = List.of("10.244.2.5", "127.0.0.1", "10.96.14.7").get(random.nextInt(3));
    String uid = random.nextInt(3) == 0 ? "" : " uid " + (1336 + random.nextInt(2));
    return "out " + out + ": tcp " + from + ":50000 > " + to + ":" + port(random) + uid;
  }

  private static String arrival(Random random) {
    String protocol = random.nextInt(4) == 0 ? "udp" : "tcp";
    return "in eth0: " + protocol + " 10.0.0.1:4000 > 10.0.0.5:" + port(random);
  }

  private static int port(Random random) {
    return List.of(22, 80, 81, 8080, 15020).get(random.nextInt(5));
  }

  @ParameterizedTest
  @CsvSource({"walk,22", "fork,81"})
  void drawsAWay(String name, int port) throws IOException {
    WalkFigure walk = Walked.gate("in eth0: tcp 10.0.0.1:4000 > 10.0.0.5:" + port).figure(false);
    assertThat(Drawn.problems(walk)).isEmpty();
    assertThat(Drawn.wide(walk)).isEqualTo(resource(name + ".svg"));
    assertThat(String.join("\n", PlantUmlRenderer.render(walk)) + "\n")
        .isEqualTo(resource(name + ".puml"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = WalkDiagramTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
