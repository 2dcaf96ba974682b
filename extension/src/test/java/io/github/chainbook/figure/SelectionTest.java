package io.github.chainbook.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final Ruleset RULESET =
      new RulesetReader()
          .read(
              SourceText.of(
                  "t",
                  """
                  *nat
                  :OUTPUT ACCEPT [0:0]
                  :A - [0:0]
                  :B - [0:0]
                  :B.x - [0:0]
                  -A OUTPUT -j A
                  -A A -g B
                  -A B -j A
                  -A B.x -p tcp -j REDIRECT
                  COMMIT
                  *filter
                  :OUTPUT ACCEPT [0:0]
                  COMMIT
                  """),
              Optional.empty())
          .ruleset();

  @Test
  void allIsEverything() {
    assertThat(Selection.ALL.tablesOf(RULESET)).hasSize(2);
    assertThat(names(Selection.ALL)).containsExactly("OUTPUT", "A", "B", "B.x");
  }

  @Test
  void globsNameTablesAndChains() {
    assertThat(chosen(List.of("f*"), List.of(), null, -1).tablesOf(RULESET))
        .singleElement()
        .matches(table -> table.name().equals("filter"));
    assertThat(names(chosen(List.of(), List.of("B*"), null, -1))).containsExactly("B", "B.x");
    assertThat(names(chosen(List.of(), List.of("B.?", "A"), null, -1))).containsExactly("A", "B.x");
    assertThat(names(chosen(List.of(), List.of("B?"), null, -1))).isEmpty();
  }

  @Test
  void fromFollowsJumpsAndGotosAsFarAsDepth() {
    assertThat(names(chosen(List.of(), List.of(), "OUTPUT", -1)))
        .containsExactly("OUTPUT", "A", "B");
    assertThat(names(chosen(List.of(), List.of(), "OUTPUT", 1))).containsExactly("OUTPUT", "A");
    assertThat(names(chosen(List.of(), List.of(), "B", 0))).containsExactly("B");
    assertThat(names(chosen(List.of(), List.of(), "nowhere", -1))).isEmpty();
  }

  @Test
  void toFollowsJumpsBackwards() {
    assertThat(names(leading(null, "B", -1))).containsExactly("OUTPUT", "A", "B");
    assertThat(names(leading(null, "B", 1))).containsExactly("A", "B");
    assertThat(names(leading(null, "OUTPUT", -1))).containsExactly("OUTPUT");
    assertThat(names(leading(null, "nowhere", -1))).isEmpty();
  }

  @Test
  void toNamesATargetOrAPolicy() {
    assertThat(names(leading(null, "REDIRECT", -1))).containsExactly("B.x");
    assertThat(names(leading(null, "ACCEPT", -1))).containsExactly("OUTPUT");
  }

  @Test
  void fromAndToShowTheWaysBetween() {
    assertThat(names(leading("A", "B", -1))).containsExactly("A", "B");
    assertThat(names(leading("A", "B", 0))).containsExactly("A");
    assertThat(names(leading("B.x", "B", -1))).isEmpty();
  }

  private static Selection leading(String from, String to, int depth) {
    return new Selection(
        List.of(),
        List.of(),
        Optional.ofNullable(from),
        Optional.of(to),
        depth < 0 ? OptionalInt.empty() : OptionalInt.of(depth));
  }

  private static Selection chosen(
      List<String> tables, List<String> chains, String from, int depth) {
    return new Selection(
        tables,
        chains,
        Optional.ofNullable(from),
        Optional.empty(),
        depth < 0 ? OptionalInt.empty() : OptionalInt.of(depth));
  }

  private static List<String> names(Selection selection) {
    return selection.chainsOf(RULESET.table("nat").orElseThrow()).stream()
        .map(Chain::name)
        .toList();
  }
}
