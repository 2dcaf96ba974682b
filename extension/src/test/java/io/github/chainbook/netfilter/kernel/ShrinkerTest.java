package io.github.chainbook.netfilter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

  private static final String CASE =
      """
      {"id": 7,
       "rules": "*mangle\\n:INPUT ACCEPT [0:0]\\n-A INPUT -j ACCEPT\\nCOMMIT\\n*filter\\n:INPUT ACCEPT [0:0]\\n:U - [0:0]\\n-A INPUT -s 10.0.0.0/8 -p tcp -m tcp --dport 80 -j U\\n-A INPUT -j DROP\\n-A U -m mark ! --mark 0x1 -m ttl --ttl-eq 3 -j REJECT\\nCOMMIT\\n",
       "env": {"addrs": {"eth0": ["10.0.0.1/8"]}, "sysctl": {}},
       "packets": [{"id": 0, "path": "inbound", "src": "10.0.0.1"},
                   {"id": 1, "path": "inbound", "src": "10.0.0.2", "mark": 4, "tos": 8},
                   {"id": 2, "path": "forward", "src": "10.0.0.3"}]}
      """;

  @Test
  void leavesWhatIsWrongAndNothingElse() throws IOException {
    Map<String, Object> small =
        Shrinker.shrink(
            Json.object(CASE),
            one -> {
              String rules = String.valueOf(one.get("rules"));
              boolean marked =
                  Json.maps(one, "packets").stream().anyMatch(packet -> packet.containsKey("mark"));
              return marked
                  && rules.contains("*filter\n")
                  && rules.contains("COMMIT")
                  && rules.contains("-A U ")
                  && rules.contains("--ttl-eq 3 ");
            });
    assertThat(small.get("rules")).isEqualTo("*filter\n-A U --ttl-eq 3 -j\nCOMMIT\n");
    assertThat(small.get("packets")).isEqualTo(List.of(Map.of("mark", 4)));
    assertThat(small.get("env")).isEqualTo(Map.of());
    assertThat(small.get("id")).isEqualTo(7);
  }

  @Test
  void keepsPacketsThatAreNeededTogether() throws IOException {
    Map<String, Object> small =
        Shrinker.shrink(
            Json.object(CASE),
            one -> {
              List<Object> ids =
                  Json.maps(one, "packets").stream().map(packet -> packet.get("id")).toList();
              return ids.contains(0) && ids.contains(2);
            });
    assertThat(Json.maps(small, "packets")).hasSize(2);
    assertThat(small.get("rules")).isEqualTo("");
  }
}
