package io.github.chainbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldsTest {

  @Test
  void ofANameThatStandsTwiceTheLastValueCounts() {
    Fields fields = new Fields();
    fields.set("a", 1);
    fields.set("b", 2);
    fields.set("a", 3);
    assertThat(fields).hasToString("{a=3, b=2}");
    assertThat(fields.has("c")).isFalse();
    assertThat(fields.hasAny(List.of("c", "b"))).isTrue();
    fields.clear();
    assertThat(fields.names()).isEmpty();
    assertThat(fields.get("a")).isNull();
  }

  @Test
  void thereMayBeManyFieldsAndNamesOfOneHash() {
    Fields fields = new Fields();
    // "Aa" and "BB" have one hash, and so have all words of so many of them.
    List<String> names =
        IntStream.range(0, 256)
            .mapToObj(
                bits ->
                    IntStream.range(0, 8)
                        .mapToObj(bit -> (bits >> bit & 1) == 0 ? "Aa" : "BB")
                        .reduce("", String::concat))
            .toList();
    for (String name : names) {
      fields.set(name, name.toLowerCase(java.util.Locale.ROOT));
    }
    assertThat(fields.names()).isEqualTo(names);
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(fields.text(name)).hasValue(name.toLowerCase(java.util.Locale.ROOT)));
  }

  @Test
  void numbersMayBeWrittenAsTexts() throws Fields.Bad {
    Fields fields = new Fields();
    fields.set("mark", "0x4000");
    fields.set("dport", "ssh");
    assertThat(fields.number("mark", 0)).isEqualTo(0x4000);
    assertThat(fields.number("sport", 5)).isEqualTo(5);
    assertThatThrownBy(() -> fields.number("dport", 0))
        .isInstanceOf(Fields.Bad.class)
        .hasMessage("dport: expected a number, found 'ssh'");
  }
}
