package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.asciidoc.BookLab.Converted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asciidoctor.SafeMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BookLabExtension.class)
class BookProfilesTest {

  private static final String DUMP =
      """
      ----
      *nat
      :PREROUTING ACCEPT [0:0]
      :ISTIO_IN_REDIRECT - [0:0]
      -A PREROUTING -p tcp -m tcp --dport 8443 -m comment --comment "<i>*x*</i>" -j ISTIO_IN_REDIRECT
      -A ISTIO_IN_REDIRECT -p tcp -j REDIRECT --to-ports 15006
      COMMIT
      ----
      """;

  @TempDir Path dir;

  @BeforeEach
  void writeProfiles() throws IOException {
    Files.createDirectories(dir.resolve("own/more"));
    Files.writeString(
        dir.resolve("own/shop.yaml"),
        """
        profile: shop
        title: Shop & <b>Co</b>
        recognise: [ { chain: PREROUTING } ]
        rules:
          - { port: 8443, comment: "{words}", note: "The till, {words}, {empty}" }
          - { port: 8443, comment: "{words}", note: "The till *{words}*." }
        """);
    Files.writeString(dir.resolve("own/readme.txt"), "no profile");
    Files.writeString(
        dir.resolve("own/z.yml"),
        "profile: istio\nrules:\n  - { chain: ISTIO_IN_REDIRECT, note: Ours. }\n");
  }

  private Converted book(BookLab lab, String attributes) {
    return lab.convert("[iptables-save#d,views=rules" + attributes + "]\n" + DUMP, dir);
  }

  @Test
  void asksTheProfilesThatRecogniseTheRuleset(BookLab lab) {
    Converted converted = book(lab, "");

    assertThat(converted.log()).isEmpty();
    assertThat(converted.page().text())
        .contains("15006 is where Envoy takes incoming connections.")
        .doesNotContain("The till");
    assertThat(book(lab, ",notes=none").page().text()).doesNotContain("Envoy");
  }

  @Test
  void readsTheProfilesOfAFolder(BookLab lab) {
    Converted converted = book(lab, ",profiles=own");

    assertThat(converted.log())
        .singleElement()
        .asString()
        .startsWith("ERROR own/shop.yaml:5 column ")
        .contains("found 'empty'");
    assertThat(converted.page().text())
        .contains("The till *<i>*x*</i>*.")
        .contains("Shop & <b>Co</b>")
        .contains("Ours.");
    assertThat(converted.page().select(".chainbook i")).isEmpty();
  }

  @Test
  void readsAFileOnceAndTakesTheDocumentsAttributes(BookLab lab) {
    Converted converted =
        lab.convert(
            ":iptables-profiles: own/z.yml, own/none.yaml\n:iptables-notes: istio\n\n"
                + "[iptables-save#d,views=rules]\n"
                + DUMP
                + "\niptables-rules::d[chain=ISTIO_IN_REDIRECT]\n",
            dir);

    assertThat(converted.log())
        .singleElement()
        .asString()
        .contains("there is no file own/none.yaml");
    assertThat(converted.page().text()).contains("Ours.");
  }

  @Test
  void saysWhatWasMeantAndReadsNothingOutsideTheBook(BookLab lab) {
    assertThat(book(lab, ",notes=istoi").log())
        .singleElement()
        .asString()
        .contains("did you mean istio?");
    assertThat(
            lab.convert(
                    "[iptables-save#d,views=rules,profiles=..]\n" + DUMP,
                    dir.resolve("own/more"),
                    SafeMode.SAFE)
                .log())
        .singleElement()
        .asString()
        .contains("outside the base directory");
  }
}
