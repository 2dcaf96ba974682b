package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.asciidoc.BookLab.Converted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BookLabExtension.class)
class TopologyBlockTest {

  private static final String RULES = "iptables-save::sidecar.txt[id=sidecar]\n\n";

  private static final String DECLARATION =
      """
      network-namespaces:
        client:
          kind: pod
          interfaces: { eth0: 10.244.1.7/24 }
          processes: { curl: { uid: 0 } }
        fortio-server:
          kind: pod
          interfaces: { eth0: 10.244.2.5/24 }
          ruleset: sidecar
          processes: &sidecar
            app:   { uid: 1000, listens: [ 8080 ] }
            envoy:
              uid: 1337
              gid: 1337
              listens: [ 15001, 15006, 15021, 15090 ]
              proxies:
                - { from: 15006, to: original-destination, source: 127.0.0.6 }
                - { from: 15001, to: original-destination }
        fortio-server-l2:
          kind: pod
          interfaces: { eth0: 10.244.3.9/24 }
          ruleset: sidecar
          processes: *sidecar
      services:
        fortio-server-l2: { address: 10.96.14.7, endpoints: [ fortio-server-l2 ] }
      flows:
        - client/curl -> fortio-server:8080 -> fortio-server-l2:8080
      """;

  @TempDir Path dir;

  @BeforeEach
  void copyTheBooksOwnDump() throws IOException {
    Path dump = Path.of("../content/dumps/fortio-server/iptables-save.txt");
    Files.copy(dump, dir.resolve("sidecar.txt"));
  }

  private static String block(String declaration) {
    return "[topology#data-plane]\n.Data plane\n----\n" + declaration + "----\n\n";
  }

  @Test
  void showsAFlowStepByStep(BookLab lab) {
    Converted book = lab.convert(RULES + block(DECLARATION), dir);
    assertThat(book.log()).isEmpty();
    Element table = book.page().getElementById("data-plane-flow-1");
    assertThat(table.selectFirst("caption").text())
        .endsWith("Flow 1: client/curl -> fortio-server:8080 -> fortio-server-l2:8080");
    List<String> packets = table.select("tbody > tr[id] > td:nth-child(4)").eachText();
    assertThat(packets)
        .containsExactly(
            "tcp 10.244.1.7:* > 10.244.2.5:8080",
            "tcp 10.244.1.7:* > 10.244.2.5:8080",
            "tcp 127.0.0.6:* > 10.244.2.5:8080",
            "tcp 10.244.2.5:* > 10.96.14.7:8080",
            "tcp 10.244.2.5:* > 10.96.14.7:8080",
            "tcp 10.244.2.5:* > 10.244.3.9:8080",
            "tcp 127.0.0.6:* > 10.244.3.9:8080");
    Element redirected = book.page().getElementById("data-plane-flow-1-2");
    assertThat(redirected.child(2).text())
        .isEqualTo("PREROUTING of fortio-server redirects it to port 15006, where envoy listens.");
    assertThat(redirected.select("a").eachAttr("href"))
        .contains("#sidecar-nat-ISTIO_IN_REDIRECT:1")
        .allSatisfy(href -> assertThat(book.page().getElementById(href.substring(1))).isNotNull());
    assertThat(redirected.nextElementSibling().select("details.chainbook-walk")).hasSize(1);
  }

  @Test
  void anAnswerThatDoesNotComeBackIsToldToWhereItEnds(BookLab lab) {
    String rules =
        """
        [iptables-save#deaf]
        ----
        *filter
        :INPUT ACCEPT [0:0]
        :FORWARD ACCEPT [0:0]
        :OUTPUT ACCEPT [0:0]
        -A INPUT -i eth0 -j DROP
        COMMIT
        ----

        """;
    String declaration =
        """
        network-namespaces:
          client:
            interfaces: { eth0: 10.0.0.7/24 }
            ruleset: deaf
            processes: { curl: { uid: 0 } }
          web:
            interfaces: { eth0: 10.0.0.8/24 }
            processes: { httpd: { uid: 33, listens: [ 80 ] } }
        flows:
          - { flow: "client/curl -> web:80 -> /httpd", expect: dropped in client }
        """;
    Converted book = lab.convert(rules + block(declaration), dir);
    assertThat(book.log()).isEmpty();
    assertThat(
            book.page().select("#data-plane-flow-1 > tbody > tr[id] > td:nth-child(3)").eachText())
        .containsExactly(
            "curl in client connects to web:80.",
            "httpd of web, listening at 80, gets it.",
            "httpd answers 10.0.0.7.",
            "client gets the answer by eth0; INPUT of client drops it. Here it ends, dropped: the"
                + " answer does not come back: rule 1 of INPUT in table filter drops it.");
    Element last = book.page().getElementById("data-plane-flow-1-4");
    assertThat(last.select("a").eachAttr("href")).contains("#deaf-filter-INPUT:1");
    assertThat(last.child(3).text()).isEqualTo("tcp 10.0.0.8:80 > 10.0.0.7:*");
  }

  @Test
  void drawsTheDeploymentAndTheSequence(BookLab lab) {
    Converted book = lab.convert(RULES + block(DECLARATION), dir);
    Element figure = book.page().getElementById("data-plane");
    assertThat(figure.selectFirst(".title").text()).isEqualTo("Figure 2. Data plane");
    Element deployment = figure.selectFirst("svg");
    assertThat(deployment.text()).contains("client", "curl", "envoy", "15006", "8080");
    assertThat(deployment.select("a").eachAttr("href"))
        .contains("#data-plane-flow-1-2", "#sidecar-nat-ISTIO_IN_REDIRECT:1");
    assertThat(deployment.selectFirst("desc").text())
        .contains("curl", "redirects it to port 15006");
    Element sequence = book.page().getElementById("data-plane-flow-1-sequence").selectFirst("svg");
    assertThat(sequence.text()).contains("curl", "envoy", "app");
  }

  @Test
  void drawsBothLayoutsOrHasPlantUmlDrawOne(BookLab lab) {
    Element own = lab.convert(RULES + block(DECLARATION), dir).page().getElementById("data-plane");
    assertThat(own.select("svg").eachAttr("class"))
        .containsExactly("cb-figure cb-deployment cb-wide", "cb-figure cb-deployment cb-narrow");
    assertThat(own.nextElementSibling().text()).contains("@startuml", "@enduml");
    String asked = block(DECLARATION).replace("data-plane]", "data-plane,renderer=plantuml]");
    Converted plantUml = lab.convert(RULES + asked, dir);
    assertThat(plantUml.log()).isEmpty();
    assertThat(plantUml.page().select("#data-plane svg")).hasSize(1);
    assertThat(plantUml.page().select("#data-plane svg .cb-block")).isEmpty();
    String wrong = block(DECLARATION).replace("data-plane]", "data-plane,renderer=crayon]");
    assertThat(lab.convert(RULES + wrong, dir).errors())
        .singleElement()
        .asString()
        .contains("expected renderer=native or renderer=plantuml, found 'crayon'");
  }

  @Test
  void proseRefersToFlowsAndSteps(BookLab lab) {
    Converted book =
        lab.convert("See <<data-plane-flow-1-3>>.\n\n" + RULES + block(DECLARATION), dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().selectFirst("p a[href=#data-plane-flow-1-3]").text())
        .isEqualTo("step 3");
  }

  @Test
  void macroAndBlockShowTheSame(BookLab lab) throws IOException {
    Files.writeString(dir.resolve("t.yaml"), DECLARATION);
    Converted block = lab.convert(RULES + block(DECLARATION), dir);
    Converted macro = lab.convert(RULES + ".Data plane\ntopology::t.yaml[id=data-plane]\n", dir);
    assertThat(macro.log()).isEmpty();
    assertThat(macro.page().outerHtml()).isEqualTo(block.page().outerHtml());
  }

  @Test
  void aRuleThatChangesFailsTheBuildAndNamesFlowAndStep(BookLab lab) throws IOException {
    Path dump = dir.resolve("sidecar.txt");
    Files.writeString(dump, Files.readString(dump).replace("15006", "15007"));
    Path file = dir.resolve("book.adoc");
    Files.writeString(file, "= B\n\n== C\n\n" + RULES + block(DECLARATION));
    Converted book = lab.convertFile(file.toFile());
    assertThat(book.log())
        .singleElement()
        .asString()
        .startsWith("ERROR book.adoc:" + (10 + DECLARATION.lines().count() - 1) + " column 5: ")
        .contains("flow 1", "step 2", "15007", "fortio-server")
        .endsWith("[flow-ends]");
    assertThat(book.page().getElementById("data-plane-flow-1-2").child(2).text())
        .contains("refused", "15007");
  }

  @Test
  void aTraceTakesItsMachineFromATopology(BookLab lab) {
    String packet = "in eth0: tcp 10.244.1.7:4000 > 10.244.2.5:8080 => REDIRECT 10.244.2.5:15006";
    String trace =
        "[iptables-trace,sidecar,topology=data-plane,namespace=fortio-server]\n----\n"
            + packet
            + "\n----\n";
    assertThat(lab.convert(RULES + block(DECLARATION) + trace, dir).log()).isEmpty();
    Converted two =
        lab.convert(
            RULES + block(DECLARATION) + trace.replace(",namespace=fortio-server", ""), dir);
    assertThat(two.errors())
        .singleElement()
        .asString()
        .contains("expected namespace= of fortio-server, fortio-server-l2");
    Converted none = lab.convert(RULES + trace, dir);
    assertThat(none.errors()).first().asString().contains("no topology 'data-plane' stands above");
  }

  @Test
  void aPacketThatTheRoutesSendElsewhereIsAnError(BookLab lab) {
    String rules =
        "[iptables-save#host,views=none]\n----\n*nat\n:PREROUTING ACCEPT [0:0]\n"
            + "-A PREROUTING -i eth0 -p tcp --dport 80 -j DNAT --to-destination 10.0.0.2:80\n"
            + "COMMIT\n----\n\n";
    String topology =
        "[topology#t,views=none]\n----\nnetwork-namespaces:\n  host:\n    kind: host\n"
            + "    interfaces: { eth0: 192.0.2.1/24, br0: 10.0.0.1/24 }\n"
            + "    routes: [ default via 192.0.2.254 dev eth0 ]\n    ruleset: host\n----\n\n";
    String packet = "tcp 198.51.100.7:4000 > 192.0.2.1:80 => DNAT 10.0.0.2:80\n----\n";
    String head = "[iptables-trace,host,topology=t]\n----\n";
    assertThat(lab.convert(rules + topology + head + "in eth0: " + packet, dir).errors())
        .singleElement()
        .asString()
        .contains(
            "by the routes of host it goes through PREROUTING in by eth0, FORWARD in by eth0 out by"
                + " br0, POSTROUTING")
        .endsWith("[other-way]");
    String forwarded = rules + topology + head + "forward eth0 br0: " + packet;
    assertThat(lab.convert(forwarded, dir).log()).isEmpty();
  }

  @Test
  void viewsNoneShowsNothingButKnowsAll(BookLab lab) {
    Converted book =
        lab.convert(
            RULES + block(DECLARATION).replace("[topology#data-plane]", "[topology#t,views=none]"),
            dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().getElementById("t")).isNotNull();
    assertThat(book.page().select("svg")).allMatch(svg -> svg.hasClass("cb-figure")).hasSize(2);
  }

  @Test
  void oneFlowOfSeveralIsShownFurtherDown(BookLab lab) {
    String two = DECLARATION + "  - client -> fortio-server-l2:8080\n";
    String none = block(two).replace("data-plane]", "data-plane,views=none]");
    Converted book =
        lab.convert(
            RULES + none + "topology-flow::data-plane[flow=2,views=\"deployment,steps\"]\n", dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().getElementById("data-plane-flow-1")).isNull();
    assertThat(book.page().getElementById("data-plane-flow-2-1")).isNotNull();
    Element figure = book.page().getElementById("data-plane-deployment");
    assertThat(figure.select("svg a").eachAttr("href")).contains("#data-plane-flow-2-1");
    Converted third = lab.convert(RULES + none + "topology-flow::data-plane[flow=3]\n", dir);
    assertThat(third.errors())
        .singleElement()
        .asString()
        .contains("expected the number of a flow, one of 1, 2, found '3'");
  }

  @Test
  void flowsThatAreTooManyForOneFigureHaveOneEach(BookLab lab) {
    StringBuilder many = new StringBuilder(DECLARATION);
    for (int i = 0; i < 6; i++) {
      many.append("  - client -> fortio-server-l2:8080\n");
    }
    String figures = block(many.toString()).replace("data-plane]", "data-plane,views=deployment]");
    Converted book = lab.convert(RULES + figures, dir);
    assertThat(book.log()).isEmpty();
    assertThat(book.page().getElementById("data-plane").select(".cb-wide .cb-way")).isEmpty();
    for (int flow = 1; flow <= 7; flow++) {
      Element own = book.page().getElementById("data-plane-flow-" + flow + "-deployment");
      assertThat(own.select(".cb-wide .cb-way")).isNotEmpty();
    }
    String chosen = figures.replace("views=deployment", "views=deployment,flows=\"1,7\"");
    Converted together = lab.convert(RULES + chosen, dir);
    assertThat(together.page().getElementById("data-plane").select(".cb-wide .cb-block-legend"))
        .hasSize(2);
    assertThat(together.page().getElementById("data-plane-flow-1-deployment")).isNull();
    Converted wrong =
        lab.convert(RULES + figures.replace("views=deployment]", "views=deployment,flow=9]"), dir);
    assertThat(wrong.errors())
        .singleElement()
        .asString()
        .contains("1, 2, 3, 4, 5, 6, 7, found '9'");
  }

  @Test
  void linesOfADeclarationAreNotPreprocessed(BookLab lab) {
    String declaration =
        "network-namespaces:\n  a:\n    label: '{author} <b>ifdef::x[]</b>'\n"
            + "ifdef::nothing[]\n";
    Converted book = lab.convert(block(declaration), dir);
    assertThat(book.errors()).isNotEmpty();
    assertThat(book.page().select("b")).isEmpty();
  }
}
