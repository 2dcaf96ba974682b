package io.github.chainbook.netfilter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReachTest {

  @Test
  void everyExtensionThatTheKernelHasIsInSomeCase() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Family family : Family.values()) {
      Catalogue catalogue = Catalogue.of(family);
      catalogue.matchNames().forEach(name -> missing.add("-m " + name));
      catalogue.targetNames().forEach(name -> missing.add("-j " + name));
    }
    missing.removeAll(Reach.driven());
    assertThat(missing).isEqualTo(Reach.NOT_DRIVEN.keySet());
  }
}
