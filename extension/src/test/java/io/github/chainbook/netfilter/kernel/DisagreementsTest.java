package io.github.chainbook.netfilter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.cli.Traces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Made-up kernels do what traces say, but for what a test changes. */
class DisagreementsTest {

  private static final String CASE =
      """
      {"id": 7,
       "rules": "*mangle\\n:PREROUTING ACCEPT [0:0]\\n:INPUT ACCEPT [0:0]\\n-A PREROUTING -m limit --limit 1/sec\\n-A PREROUTING -m ttl --ttl-eq 3 -j MARK --set-xmark 0x1/0xffffffff\\n-A INPUT -p tcp -j MARK --set-xmark 0x2/0xffffffff\\nCOMMIT\\n",
       "packets": [{"id": 0, "path": "inbound", "src": "10.0.0.1", "dst": "10.0.0.2"},
                   {"id": 1, "path": "inbound", "src": "10.0.0.3", "dst": "10.0.0.2", "dport": 80, "tos": 8}]}
      """;

  /** A kernel that does something else with packets; it is given the packet and the answer. */
  private static Disagreements.Kernel kernel(
      BiConsumer<Map<String, Object>, Map<String, Object>> change) {
    return line -> {
      List<Map<String, Object>> packets = Json.maps(Json.object(line), "packets");
      List<Map<String, Object>> answers = new ArrayList<>();
      int next = 0;
      for (String answer : Traces.of(List.of(line), "both")) {
        Map<String, Object> one = Json.object(answer);
        boolean head = one.get("type").equals("case");
        next = head ? 0 : next + 1;
        answers.add(head ? one : changed(packets.get(next - 1), one, change));
      }
      return answers;
    };
  }

  private static Map<String, Object> changed(
      Map<String, Object> packet,
      Map<String, Object> answer,
      BiConsumer<Map<String, Object>, Map<String, Object>> change) {
    Map<String, Object> branch =
        TraceComparison.isUndecided(answer) ? Json.maps(answer, "branches").get(0) : answer;
    Map<String, Object> changed = new LinkedHashMap<>(answer);
    changed.putAll(branch);
    change.accept(packet, changed);
    return changed;
  }

  private static void setTos(Map<String, Object> answer) {
    if (answer.get("final") instanceof Map<?, ?> last) {
      Map<Object, Object> changed = new LinkedHashMap<>(last);
      changed.put("tos", 99);
      answer.put("final", changed);
    }
  }

  private static Tally.Disagreement first(Disagreements.Kernel kernel) throws java.io.IOException {
    Map<String, Object> one = Json.object(CASE);
    Tally.Disagreement found = Disagreements.tally(one, kernel).disagreements.get(0);
    return new Tally.Disagreement(
        "g", Json.text(one), found.packet(), found.backend(), found.difference());
  }

  @Test
  void aCaseInBranchesKeepsTheFieldThatDiffered() throws java.io.IOException {
    Disagreements.Kernel kernel =
        kernel(
            (packet, answer) -> {
              if (packet.containsKey("tos")) {
                setTos(answer);
              }
              // What every smaller packet has, and the first one already, is another fault.
              if (!packet.containsKey("dport") && packet.containsKey("tos")) {
                answer.put("verdict", "DROP");
              }
            });
    Tally.Disagreement first = first(kernel);
    assertThat(first.difference().kind()).isEqualTo("in branches, final tos");
    Map<String, Object> small = Disagreements.small(first, kernel);
    assertThat(Json.maps(small, "packets"))
        .singleElement()
        .satisfies(packet -> assertThat(packet).containsEntry("tos", 8).containsEntry("dport", 80));
    assertThat(small.get("rules").toString()).contains("-m limit").doesNotContain("MARK");
    assertThat(Disagreements.tally(small, kernel).disagreements).anyMatch(first::isLike);
  }

  @Test
  void aVerdictIsNoOtherVerdict() throws java.io.IOException {
    Disagreements.Kernel kernel =
        kernel(
            (packet, answer) ->
                answer.put("verdict", packet.containsKey("dport") ? "REJECT" : "DROP"));
    Tally.Disagreement first = first(kernel);
    assertThat(first.difference().kind()).contains("verdict, the kernel's DROP, ours ACCEPT");
    Map<String, Object> small = Disagreements.small(first, kernel);
    assertThat(Json.maps(small, "packets")).noneMatch(packet -> packet.containsKey("dport"));
  }

  private static Map<String, Object> rule(String chain, int number, String target) {
    return Map.of(
        "hook", "INPUT", "table", "filter", "chain", chain, "type", "rule", "rule", number,
        "target", target);
  }

  @Test
  void theRuleThatOneSideHasAloneIsNamedWithoutItsNumber() {
    List<Map<String, Object>> kernel = List.of(rule("U", 2, "MARK"), rule("U", 9, "DROP"));
    List<Map<String, Object>> ours = List.of(rule("U", 9, "DROP"));
    String kind = StepDifference.kind(kernel, ours);
    assertThat(kind).isEqualTo("trace, only the kernel at INPUT filter U rule MARK");
    assertThat(StepDifference.kind(List.of(rule("U", 1, "MARK")), List.of(rule("U", 2, "DROP"))))
        .isEqualTo(kind);
    assertThat(StepDifference.kind(ours, kernel)).contains("only ours at").contains("MARK");
    assertThat(StepDifference.kind(kernel, List.of(rule("V", 2, "MARK")))).isNotEqualTo(kind);
    assertThat(StepDifference.kind(kernel, List.of())).contains("ours at its end");
  }

  @Test
  void whereAMessagePointsToIsNotWhatItSays() {
    assertThat(Difference.failure("does not load here", "rules:12:3: error: no chain\nmore").kind())
        .isEqualTo(Difference.failure("does not load here", "rules:2:30: error: no chain").kind())
        .isNotEqualTo(Difference.failure("does not load here", "rules:2:30: error: no").kind());
  }
}
