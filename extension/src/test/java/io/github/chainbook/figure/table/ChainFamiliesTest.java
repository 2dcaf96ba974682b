package io.github.chainbook.figure.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.KubeProxyDump;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainFamiliesTest {

  private static final String DUMP =
      """
      *filter
      :INPUT ACCEPT [0:0]
      :pod-a - [0:0]
      :other - [0:0]
      :pod-b - [0:0]
      :pod-c - [0:0]
      :pod-d - [0:0]
      -A pod-a -s 10.0.0.1/32 -j ACCEPT
      -A pod-b -s 10.0.0.2/32 -j ACCEPT
      -A pod-c ! -s 10.0.0.3/32 -j ACCEPT
      -A pod-d -s 10.0.0.1/32 -j DROP
      COMMIT
      """;

  @Test
  void putsTogetherWhatDiffersInValuesOnly() {
    List<ChainFamily> families = new ChainFamilies(2, chain -> false).of(chains(DUMP));
    assertThat(families)
        .extracting(ChainFamily::name)
        .containsExactly("INPUT", "pod-*", "other", "pod-c", "pod-d");
    ChainFamily pods = families.get(1);
    assertThat(pods.chains()).extracting(Chain::name).containsExactly("pod-a", "pod-b");
    assertThat(pods.valuesOf(pods.chains().get(1))).containsExactly(Map.entry("10.0.0.2/32", "-s"));
  }

  @Test
  void leavesApartWhatIsToBeApartAndWhatAreFew() {
    List<Chain> chains = chains(DUMP);
    assertThat(new ChainFamilies(2, chain -> chain.name().equals("pod-a")).of(chains))
        .noneMatch(ChainFamily::isFamily)
        .hasSameSizeAs(chains);
    assertThat(new ChainFamilies(3, chain -> false).of(chains))
        .noneMatch(ChainFamily::isFamily)
        .extracting(ChainFamily::name)
        .containsExactlyElementsOf(chains.stream().map(Chain::name).toList());
  }

  @Test
  void everyChainIsInOneFamily() {
    List<Chain> chains = chains(KubeProxyDump.ofRules(7000));
    List<ChainFamily> families = new ChainFamilies(8, chain -> false).of(chains);
    assertThat(families.stream().flatMap(family -> family.chains().stream()))
        .containsExactlyInAnyOrderElementsOf(chains);
    assertThat(families)
        .filteredOn(ChainFamily::isFamily)
        .extracting(ChainFamily::name)
        .containsExactly("KUBE-SEP-*", "KUBE-SVC-*");
  }

  private static List<Chain> chains(String dump) {
    SourceText text = SourceText.of("dump.txt", dump.getBytes(StandardCharsets.UTF_8));
    return new RulesetReader().read(text, Optional.empty()).ruleset().tables().get(0).chains();
  }
}
