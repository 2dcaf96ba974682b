package io.github.chainbook.topology.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptureReaderTest {

  private static final String RULES = "*filter\n:INPUT ACCEPT [0:0]\n%sCOMMIT\n";
  private static final String DROP = "[1:2] -A INPUT -p udp -j DROP\n";

  private static CapturedNamespace folder(Map<String, String> files) {
    return Captures.READER.folder(
        "pod",
        new Position("book.adoc", 7, 12),
        path -> {
          String text = files.get(path.substring("pod/".length()));
          if (text == null) {
            throw new UnreadableFile("there is no " + path, true);
          }
          if (text.equals("secret")) {
            throw new UnreadableFile(path + " may not be read", false);
          }
          return SourceText.of(path, text);
        });
  }

  @Test
  void whatNoFileSpeaksOfIsNotSaid() {
    CapturedNamespace captured = folder(Map.of("rules.json", "[]"));
    assertThat(captured.interfaces()).isEmpty();
    assertThat(captured.routes()).isEmpty();
    assertThat(captured.processes()).isEmpty();
    assertThat(captured.rules()).isEmpty();
    assertThat(captured.sets()).isEmpty();
    assertThat(captured.problems()).isEmpty();
  }

  @Test
  void emptyFilesSayThatThereIsNothing() {
    CapturedNamespace captured =
        folder(
            Map.of("iptables-legacy-save.txt", "", "ipset-save.txt", "", "listeners-tcp.txt", ""));
    assertThat(captured.rules().orElseThrow()).isEmpty();
    assertThat(captured.sets().orElseThrow().sets()).isEmpty();
    assertThat(captured.processes().orElseThrow()).isEmpty();
    assertThat(captured.problems()).isEmpty();
  }

  @Test
  void anEmptyFolderIsAnErrorWhereItIsNamed() {
    assertThat(Captures.problems(folder(Map.of("readme.txt", "x"))))
        .singleElement()
        .asString()
        .startsWith("book.adoc:7:12: error: pod holds no captured file")
        .endsWith("[capture-file]");
  }

  @Test
  void aFileThatMayNotBeReadIsAnErrorWhereTheFolderIsNamed() {
    assertThat(Captures.problems(folder(Map.of("rules.json", "secret"))))
        .containsExactly("book.adoc:7:12: error: pod/rules.json may not be read [capture-file]");
  }

  @Test
  void rulesOfBothFamiliesAreOneDump() {
    CapturedNamespace captured =
        folder(
            Map.of(
                "iptables-nft-save.txt", RULES.formatted(DROP),
                "iptables-legacy-save.txt", "",
                "ip6tables-nft-save.txt", RULES.formatted(DROP + DROP)));
    assertThat(captured.rules().orElseThrow()).hasSize(1);
    assertThat(captured.rules().orElseThrow().get(0).rulesets())
        .extracting(r -> r.family() + " " + r.ruleCount())
        .containsExactly(Family.IPV4 + " 1", Family.IPV6 + " 2");
    assertThat(captured.problems()).isEmpty();
  }

  @Test
  void ofTwoBackEndsTheOneThatHoldsRulesIsTaken() {
    CapturedNamespace captured =
        folder(
            Map.of(
                "iptables-legacy-save.txt", RULES.formatted(""),
                "iptables-nft-save.txt", RULES.formatted(DROP)));
    assertThat(captured.rules().orElseThrow().get(0).rulesets())
        .singleElement()
        .extracting(r -> r.ruleCount())
        .isEqualTo(1L);
    assertThat(captured.problems()).isEmpty();
  }

  @Test
  void whereBothHoldRulesItIsSaidWhichAreNotFollowed() {
    CapturedNamespace captured =
        folder(
            Map.of(
                "iptables-legacy-save.txt", RULES.formatted(DROP),
                "iptables-nft-save.txt", RULES.formatted(DROP + DROP)));
    assertThat(captured.rules().orElseThrow().get(0).rulesets().get(0).ruleCount()).isEqualTo(2);
    assertThat(Captures.problems(captured))
        .singleElement()
        .asString()
        .startsWith("pod/iptables-legacy-save.txt:1:1: warning: ")
        .contains("pod/iptables-nft-save.txt");
  }

  @Test
  void setsAndSettingsAreRead() {
    CapturedNamespace captured =
        folder(
            Map.of(
                "ipset-save.txt",
                "create friends hash:ip family inet\nadd friends 10.0.0.1\nadd foes 10.0.0.2\n",
                "sysctl.txt",
                "net.ipv4.ip_forward = 1\nnet.ipv4.conf.eth0/5.rp_filter=2\nkernel.x = 1\n= 3\n"));
    assertThat(captured.sets().orElseThrow().sets()).containsOnlyKeys("friends");
    assertThat(captured.settings())
        .isEqualTo(Map.of("ipv4.ip_forward", "1", "ipv4.conf.eth0/5.rp_filter", "2"));
    assertThat(Captures.problems(captured))
        .satisfiesExactly(
            p -> assertThat(p).startsWith("pod/ipset-save.txt:3:"),
            p -> assertThat(p).startsWith("pod/sysctl.txt:4:1: error: ").contains("'= 3'"));
  }

  @Test
  void windowsLineEndsChangeNothing() {
    for (CaptureKind kind : List.of(CaptureKind.ADDRESSES, CaptureKind.ROUTES, CaptureKind.RULES)) {
      String text =
          String.join("\n", Captures.file(kind.fileNames().get(0)).lines()).replace("},", "},\n");
      assertThat(Captures.read(kind, text.replace("\n", "\r\n")))
          .isEqualTo(Captures.read(kind, text));
    }
  }
}
