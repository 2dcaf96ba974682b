package io.github.chainbook.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class IdsTest {

  private final Ids ids = new Ids("sidecar");

  @Example
  void areTheContracts() {
    assertThat(ids.table("nat")).isEqualTo("sidecar-nat");
    assertThat(ids.chain("nat", "ISTIO_OUTPUT")).isEqualTo("sidecar-nat-ISTIO_OUTPUT");
    assertThat(ids.rule("nat", "a-b_C", 12)).isEqualTo("sidecar-nat-a-b_C:12");
    assertThat(ids.chain("nat", "a.b/ü%\uDCFF")).isEqualTo("sidecar-nat-a.2Eb.2F.C3.BC.25.FF");
  }

  @Property
  void differForDifferentChains(@ForAll @Size(max = 20) Set<String> names) {
    Map<String, String> byId = new HashMap<>();
    for (String name : names) {
      String id = ids.chain("nat", name);
      assertThat(id).matches("[A-Za-z0-9_.-]+");
      String other = byId.put(id, name);
      // Lone surrogates that stand for no byte cannot come from a file.
      if (other != null) {
        assertThat(other + name).matches("(?s).*\\p{Cs}.*");
      }
    }
  }
}
