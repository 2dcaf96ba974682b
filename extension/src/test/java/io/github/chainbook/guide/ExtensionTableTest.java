package io.github.chainbook.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ExtensionTableTest {

  @Test
  void theGuideHasTheTableAsItIsNow() throws IOException {
    assertThat(Files.readString(ExtensionTable.FILE))
        .as(
            "%s is old: run the main method of %s in the folder extension; CONTRIBUTING.md says how",
            ExtensionTable.FILE, ExtensionTable.class.getName())
        .isEqualTo(ExtensionTable.text());
  }

  @Test
  void everyExtensionHasARow() {
    String table = ExtensionTable.text();
    for (Family family : Family.values()) {
      Catalogue catalogue = Catalogue.of(family);
      assertThat(catalogue.matchNames()).allMatch(name -> table.contains("\n|-m " + name + " |"));
      assertThat(catalogue.targetNames()).allMatch(name -> table.contains("\n|-j " + name + " |"));
    }
  }

  @Test
  void saysWhereAnExtensionMayStandAndWhetherItHasWords() {
    assertThat(ExtensionTable.text())
        .contains(
            "\n|-j REDIRECT |both |2 |table nat; from PREROUTING or OUTPUT |yes |yes |yes |yes\n")
        .contains("|-m connlimit |both |5 |anywhere |yes |yes |both ways |yes\n")
        .containsPattern("\n\\|-j CLUSTERIP .* \\|no \\|no\n")
        .contains("\n|-m ttl |IPv4 |")
        .contains("\n|-m ah |IPv4 |1 |with `-p ah` |yes |")
        .contains("\n|-m ah |IPv6 |3 |anywhere |yes |");
  }
}
