package io.github.chainbook.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private static final String GOOD = "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -j DROP\nCOMMIT\n";

  @TempDir private Path folder;

  @Test
  void aGoodDumpPrintsNothing() throws IOException {
    Run run = Run.of("check", file("good.rules", GOOD));
    assertThat(run).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void everyErrorOfADamagedDumpIsPrinted() throws Exception {
    String file =
        Path.of(CheckCommandTest.class.getResource("golden/damaged.rules").toURI()).toString();
    Run run = Run.of("check", file);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().map(line -> line.substring(file.length())))
        .satisfiesExactly(
            line -> assertThat(line).startsWith(":5:16: error: ").endsWith(" [bad-policy]"),
            line -> assertThat(line).startsWith(":6:24: error: ").endsWith(" [text-after-chain]"),
            line -> assertThat(line).startsWith(":7:28: error: ").endsWith(" [text-after-chain]"),
            line -> assertThat(line).startsWith(":8:23: error: ").endsWith(" [text-after-chain]"),
            line -> assertThat(line).startsWith(":9:25: error: ").endsWith(" [text-after-chain]"),
            line ->
                assertThat(line)
                    .startsWith(":10:25: error: chain ISTIO_INBOUND ")
                    .endsWith(" [undeclared-chain]"));
  }

  @Test
  void warningsAreNoErrors() {
    Run run = check("*filter\n-A INPUT -m conntrak --x -j DROP\nCOMMIT\n");
    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "<stdin>:2:13: warning: match conntrak is none of iptables 1.8.9; it is kept as it"
                + " stands; did you mean conntrack? [unknown-extension]"
                + System.lineSeparator());
  }

  @Test
  void eachFileIsReadAndNamed() throws IOException {
    String bad = file("bad.rules", "*filter\nfoo\nCOMMIT\n");
    String missing = folder.resolve("missing").toString();
    Run run = Run.of("check", bad, file("good.rules", GOOD), missing, folder.toString());
    assertThat(run.status()).isEqualTo(1);
    List<String> lines = run.err().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith(bad + ":2:1: error: ");
    assertThat(lines.get(1))
        .isEqualTo(missing + ":1:1: error: there is no such file [unreadable-file]");
    assertThat(lines.get(2)).startsWith(folder + ":1:1: error: the file cannot be read");
  }

  @Test
  void aNameThatBeginsWithAtIsNoListOfArguments() throws IOException {
    String name = "@" + file("arguments", "--help");
    Run run = Run.of("check", name);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith(name + ":1:1: error: there is no such file");
  }

  @Test
  void messagesAreUtf8AndFitForATerminal() {
    Run run = check("*filter\n-A INPUT \u001B[31mé\nCOMMIT\n");
    assertThat(run.err()).contains("2:10: error: expected an option, found '\u241B[31mé'");
  }

  @Test
  void inputIsReadAsBytes() {
    byte[] dump =
        "*filter\n-A INPUT x\u00ff\nCOMMIT\n"
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(Run.withInput(dump, "check", "-").err()).contains("found 'x\\xFF'");
  }

  private static Run check(String dump) {
    return Run.withInput(dump.getBytes(UTF_8), "check", "-");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
