package io.github.chainbook.figure.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.ChainDiagram;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.svg.Drawn;
import io.github.chainbook.ruleset.KubeProxyDump;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static final Collapse ALL = new Collapse(Collapse.Mode.ALL, List.of());

  private static final String SMALL =
      """
      *filter
      :INPUT ACCEPT [0:0]
      :FORWARD DROP [0:0]
      :OUTPUT ACCEPT [0:0]
      :web - [0:0]
      :lost - [0:0]
      -A INPUT -j web
      -A web -p tcp -m tcp --dport 1 -j RETURN
      -A web -p tcp -m tcp --dport 2 -j RETURN
      -A web -p tcp -m tcp --dport 3 -j RETURN
      -A web -s 10.0.0.0/8 -j RETURN
      -A web -j DROP
      -A lost -j DROP
      COMMIT
      """;

  @Test
  void aSmallFigureStaysAsItIs() {
    Figure figure = figure(SMALL);
    assertThat(Summary.of(figure, Collapse.AUTO, Messages.english())).isSameAs(figure);
    assertThat(Summary.of(figure, new Collapse(Collapse.Mode.NONE, List.of()), Messages.english()))
        .isSameAs(figure);
  }

  @Test
  void runsOfAlikeRulesBecomeOneRow() {
    Figure summary = Summary.of(figure(SMALL), ALL, Messages.english());
    assertThat(box(summary, "web").rows().stream().map(Row::text))
        .containsExactly("1–3 -p tcp --dport (3 ports) RETURN", "4 -s 10.0.0.0/8 RETURN", "5 DROP");
    assertThat(box(summary, "web").rows().get(0).rules())
        .containsExactly("t-filter-web:1", "t-filter-web:2", "t-filter-web:3");
  }

  @Test
  void whatIsLeftOutIsSaid() {
    Figure summary = Summary.of(figure(SMALL), ALL, Messages.english());
    assertThat(summary.boxes().stream().map(Box::name)).containsExactly("INPUT", "web");
    assertThat(summary.notes())
        .containsExactly(
            "Left out: 1 chain that no hook leads to, with 1 rule: lost.",
            "Left out: 2 chains without rules: FORWARD, OUTPUT.",
            "A summary: a row may stand for several rules, a box for several chains.");
    assertThat(summary.leftOut()).containsExactly("t-filter-lost:1");
    assertThat(summary.description()).contains("Left out: 2 chains without rules");
  }

  @Test
  void chainsOfTheSameShapeAreAFamilyByTheBeginningThatTheyShare() {
    StringBuilder dump = new StringBuilder("*nat\n:PREROUTING ACCEPT [0:0]\n:END-ODD-1 - [0:0]\n");
    for (int i = 0; i < 8; i++) {
      dump.append(":END-" + i + "-a - [0:0]\n:END-" + i + "-b - [0:0]\n");
    }
    for (int i = 0; i < 8; i++) {
      for (String end : List.of("END-" + i + "-a", "END-" + i + "-b")) {
        dump.append("-A PREROUTING -d 10.0.0." + i + "/32 -j " + end + "\n");
        dump.append("-A " + end + " -s 10.1.0." + i + "/32 -j MARK --set-xmark 0x1/0x1\n");
        dump.append("-A " + end + " -j ACCEPT\n");
      }
    }
    dump.append("-A PREROUTING -j END-ODD-1\n-A END-ODD-1 -p tcp -j RETURN\nCOMMIT\n");
    Figure whole = figure(dump.toString());
    Figure summary = Summary.of(whole, ALL, Messages.english());
    assertThat(summary.boxes().stream().map(Box::name))
        .containsExactly("PREROUTING", "END-ODD-1", "END-*");
    assertThat(box(summary, "END-*").rows().stream().map(Row::text))
        .containsExactly("16× -s (8 addresses) MARK --set-xmark 0x1/0x1", "16× ACCEPT");
    assertThat(covered(summary)).isEqualTo(rules(whole));
  }

  @Test
  void authorsNameFamilies() {
    Figure summary =
        Summary.of(
            figure(SMALL),
            new Collapse(Collapse.Mode.AUTO, List.of("w*", "l*")),
            Messages.english());
    assertThat(summary.boxes().stream().map(Box::name))
        .containsExactly("INPUT", "FORWARD", "OUTPUT", "w*", "l*");
    assertThat(box(summary, "INPUT").rows().get(0).action()).isEqualTo("→\u00a0w*");
    assertThat(box(summary, "w*").subtitle()).isEqualTo("1 chain, 5 rules");
    assertThat(covered(summary)).isEqualTo(rules(figure(SMALL)));
  }

  @Test
  void aLargeNodeIsASmallFigureWithoutLosingARule() {
    Figure whole = figure(KubeProxyDump.ofRules(96_000));
    Figure summary = Summary.of(whole, Collapse.AUTO, Messages.english());
    assertThat(covered(summary)).isEqualTo(rules(whole));
    assertThat(summary.boxes().stream().map(Box::name))
        .containsExactlyInAnyOrder(
            "PREROUTING",
            "OUTPUT",
            "POSTROUTING",
            "KUBE-MARK-MASQ",
            "KUBE-POSTROUTING",
            "KUBE-SERVICES",
            "KUBE-SVC-*",
            "KUBE-SEP-*");
    assertThat(box(summary, "KUBE-SVC-*").kind()).isEqualTo(Box.Kind.FAMILY);
    assertThat(Drawn.problems(summary)).isEmpty();
    assertThat(Drawn.wide(summary).length()).isLessThan(100_000);
  }

  @Test
  void aLongChainOfAllSortsIsBoundedToo() {
    StringBuilder dump = new StringBuilder("*filter\n:INPUT ACCEPT [0:0]\n");
    for (int i = 0; i < 300; i++) {
      dump.append(":c").append(i).append("x - [0:0]\n");
    }
    for (int i = 0; i < 300; i++) {
      dump.append("-A INPUT -s 10.0.0.1 -j c" + i + "x\n-A c" + i + "x -j DROP\n");
    }
    Figure whole = figure(dump.append("COMMIT\n").toString());
    Figure summary = Summary.of(whole, Collapse.AUTO, Messages.english());
    assertThat(covered(summary)).isEqualTo(rules(whole));
    assertThat(summary.boxes().size()).isLessThanOrEqualTo(40);
    assertThat(box(summary, "INPUT").rows().size()).isLessThanOrEqualTo(40);
    assertThat(Drawn.problems(summary)).isEmpty();
  }

  private static Box box(Figure figure, String name) {
    return figure.boxes().stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> rules(Figure figure) {
    return figure.boxes().stream()
        .flatMap(box -> box.rows().stream())
        .map(row -> row.link().id())
        .sorted()
        .toList();
  }

  private static List<String> covered(Figure figure) {
    Stream<String> shown =
        figure.boxes().stream()
            .flatMap(box -> box.rows().stream())
            .flatMap(row -> row.rules().stream());
    return Stream.concat(shown, figure.leftOut().stream()).sorted().toList();
  }

  private static Figure figure(String dump) {
    Table table =
        new RulesetReader()
            .read(SourceText.of("t", dump), Optional.empty())
            .ruleset()
            .tables()
            .get(0);
    return ChainDiagram.of(new Ids("t"), table, table.chains(), "Chains", Messages.english());
  }
}
