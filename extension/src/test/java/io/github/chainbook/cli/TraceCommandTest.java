package io.github.chainbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.language.PacketTraces;
import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceCommandTest {

  private static final String RULES =
      "*filter\\n:INPUT ACCEPT [0:0]\\n-A INPUT -p tcp -m tcp --dport 22 -j DROP\\nCOMMIT\\n";

  private static final String SSH =
      "{\"path\":\"inbound\",\"src\":\"10.0.0.1\",\"dst\":\"10.0.0.2\",\"dport\":22}";

  @TempDir private Path folder;

  private static String aCase(int id) {
    return "{\"id\":" + id + ",\"rules\":\"" + RULES + "\",\"packets\":[" + SSH + "]}\n";
  }

  private static Run cases(String lines, String... options) {
    String[] args =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("trace", "--cases", "-"),
                java.util.stream.Stream.of(options))
            .toArray(String[]::new);
    return Run.withInput(lines.getBytes(StandardCharsets.UTF_8), args);
  }

  @Test
  void aCaseIsAnsweredByALineForItAndOneForEachPacket() {
    Run run = cases(aCase(7));
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .satisfiesExactly(
            head ->
                assertThat(head)
                    .startsWith(
                        "{\"type\":\"case\",\"case\":7,\"backend\":\"legacy\",\"ok\":true,"
                            + "\"packets\":1,"),
            packet ->
                assertThat(packet)
                    .contains("\"verdict\":\"DROP\"")
                    .contains("\"by\":{\"table\":\"filter\",\"chain\":\"INPUT\",\"rule\":1,"));
  }

  @Test
  void bothBackEndsAreAsked() {
    assertThat(cases(aCase(1), "--backend", "both").out().lines().map(l -> l.contains("\"nft\"")))
        .containsExactly(false, false, true, true);
    Run wrong = cases(aCase(1), "--backend", "nftt");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("expected legacy, nft or both, found 'nftt'");
  }

  @Test
  void severalThreadsAnswerInTheSameOrder() {
    String lines =
        IntStream.range(0, 40).mapToObj(TraceCommandTest::aCase).collect(Collectors.joining());
    assertThat(cases(lines, "--jobs", "3")).isEqualTo(cases(lines));
    assertThat(cases(lines, "--jobs", "0").status()).isEqualTo(2);
  }

  @Test
  void aCaseThatDoesNotLoadSaysWhyAndTheOthersAreAnswered() {
    String bad = aCase(1).replace("-j DROP", "-j NOWHERE");
    Run run = cases(bad + aCase(2));
    assertThat(run.status()).isEqualTo(1);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("\"ok\":false").contains("NOWHERE");
    assertThat(lines.get(1)).contains("\"case\":2").contains("\"ok\":true");
  }

  @Test
  void aLineThatIsNoJsonIsAnErrorAndTheOthersAreAnswered() {
    Run run = cases("# a comment\n{\"id\":\n" + aCase(2));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("<stdin>:2:1: error: expected a JSON object");
    assertThat(run.out().lines()).hasSize(2);
  }

  @Test
  void anEnvThatIsNoJsonIsAnErrorThatShowsNothingOfTheParser() {
    Run run = Run.of("trace", "--packets", "-", "--env", "{");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("--env:1:1: error: expected a JSON object: ")
        .doesNotContain("Source", "(start marker");
  }

  @Test
  void namesMayHaveOtherLettersThanAscii() {
    Run run = cases(aCase(1).replace("{\"id\":1", "{\"id\":\"na\u00EFve\""));
    assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.contains("na\\u00EFve"));
  }

  @Test
  void aPacketThatIsNoneIsAnErrorOfItsOwn() {
    Run run = cases(aCase(1).replace("10.0.0.2", "10.0.0"));
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"error\":\"dst: '10.0.0' is no address\"");
  }

  private static final String OWNERS =
      "*filter\n:OUTPUT ACCEPT [0:0]\n-A OUTPUT -m owner --socket-exists\n"
          + "-A OUTPUT -m owner ! --uid-owner 0\n-A OUTPUT -m owner ! --socket-exists\n"
          + "-A OUTPUT -m owner --uid-owner 0\nCOMMIT\n";

  @ParameterizedTest
  @CsvSource({"program, uid 0, '1,4'", "kernel, kernel, '1,2'", "no-socket, no-socket, '2,3'"})
  void whoSendsAPacketIsSaidAsInItsLine(String sender, String words, String matched) {
    String packet =
        "{\"path\":\"outbound\",\"src\":\"10.0.0.5\",\"dst\":\"10.0.0.9\",\"dport\":80,\"sender\":\""
            + sender
            + "\"}";
    String rules = OWNERS.replace("\n", "\\n");
    Run run = cases("{\"id\":1,\"rules\":\"" + rules + "\",\"packets\":[" + packet + "]}\n");
    assertThat(
            Pattern.compile("\"rule\":(\\d+),\"target\"")
                .matcher(run.out())
                .results()
                .map(found -> found.group(1)))
        .containsExactly(matched.split(","));
    PacketTraces ofLine =
        PacketTraces.of(
            SourceText.of("t", "out eth0: tcp 10.0.0.5:40000 > 10.0.0.9:80 groups 0 " + words),
            new RulesetReader()
                .read(SourceText.of("r", OWNERS), Optional.of(Family.IPV4))
                .rulesets(),
            Environment.UNKNOWN,
            Map.of(),
            Backend.LEGACY);
    assertThat(ofLine.packets().get(0).trace().steps())
        .filteredOn(step -> step.rule().isPresent())
        .extracting(step -> String.valueOf(step.rule().get().number()))
        .containsExactly(matched.split(","));
  }

  @Test
  void whoSendsAPacketIsSaidOfPacketsThatAreSent() {
    String kernel = SSH.replace("}", ",\"sender\":\"kernel\"}");
    assertThat(cases(aCase(1).replace(SSH, kernel)).out())
        .contains("\"error\":\"sender is for outbound packets, which this machine sends\"");
    String nobody = kernel.replace("inbound", "outbound").replace("kernel", "nobody");
    assertThat(cases(aCase(1).replace(SSH, nobody)).out())
        .contains("\"error\":\"sender must be program, kernel or no-socket\"");
  }

  @Test
  void aTextWithoutATableIsNoEmptyRuleset() {
    Run prose = cases(aCase(1).replace(RULES, "allow ssh\\n"));
    assertThat(prose.status()).isEqualTo(1);
    assertThat(prose.out()).contains("\"ok\":false").contains("[no-table]");
    assertThat(cases(aCase(1).replace(RULES, "# nothing yet\\n")).status()).isZero();
    assertThat(cases(aCase(1).replace(RULES, "")).status()).isZero();
  }

  @Test
  void filesAreTracedToo() throws IOException {
    String rules = file("a.rules", RULES.replace("\\n", "\n"));
    String packets = file("a.packets", "// one\n" + SSH + "\n");
    Run run = Run.of("trace", "--rules", rules, "--packets", packets);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"verdict\":\"DROP\"");
    Run missing = Run.of("trace", "--rules", rules, "--packets", packets + "x");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("there is no such file");
    Run gone = Run.of("trace", "--rules", rules + "x", "--packets", packets);
    assertThat(gone.status()).isEqualTo(1);
    assertThat(gone.out()).contains("there is no such file");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
