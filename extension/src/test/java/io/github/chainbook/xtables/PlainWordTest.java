package io.github.chainbook.xtables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.xtables.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said of plain words is compared with what reads them. */
class PlainWordTest {

  private static final String LETTERS = "0123456789abcfgF.:/-+[]_ x";

  private static final List<String> WORDS =
      List.of(
          "10.0.0.1/32",
          "255.0.10.1/1",
          "10.0.0.1",
          "10.0.0.1:80",
          "10.0.0.1:65535",
          "2001:db8::1/128",
          "::1/64",
          "1:2:3:4:5:6:7:8/9",
          "1::/16",
          "2001:db8::1",
          "[2001:db8::1]:80",
          "0",
          "80",
          "65535",
          "0.33333333349",
          "0.5",
          "02:00:00:aB:00:01",
          "eth0",
          "cali0123456789a",
          "wg+",
          "KUBE-SEP-ABC_1",
          "two words");

  private static int kind(PlainWord plain, String word) {
    byte[] line = ("<" + word + ">").getBytes(StandardCharsets.US_ASCII);
    return plain.kind(line, 1, line.length - 1);
  }

  @Test
  void kinds() {
    assertThat(kind(PlainWord.NETWORK, "10.0.0.1/32")).isEqualTo(1);
    assertThat(kind(PlainWord.NETWORK, "2001:db8::1/128")).isEqualTo(2);
    assertThat(kind(PlainWord.NAT_RANGE, "10.0.0.1")).isEqualTo(1);
    assertThat(kind(PlainWord.NAT_RANGE, "10.0.0.1:80")).isEqualTo(2);
    assertThat(kind(PlainWord.NAT_RANGE, "2001:db8::1")).isEqualTo(3);
    assertThat(kind(PlainWord.NAT_RANGE, "[::]:80")).isEqualTo(4);
    assertThat(kind(PlainWord.PORT, "65535")).isEqualTo(1);
    assertThat(kind(PlainWord.PROBABILITY, "0.25000000000")).isEqualTo(1);
    assertThat(kind(PlainWord.INTERFACE, "cali0123456789a")).isEqualTo(1);
    assertThat(kind(PlainWord.NAME, "KUBE-SEP-ABC")).isEqualTo(1);
    assertThat(kind(PlainWord.MAC, "02:00:00:00:00:01")).isEqualTo(1);
    assertThat(kind(PlainWord.TEXT, "anything at all")).isEqualTo(1);
  }

  @Test
  void wordsToBeRead() {
    assertThat(kind(PlainWord.NETWORK, "0.0.0.0/0")).isZero();
    assertThat(kind(PlainWord.NETWORK, "10.0.0.1/33")).isZero();
    assertThat(kind(PlainWord.NETWORK, "10.0.0.256/32")).isZero();
    assertThat(kind(PlainWord.NETWORK, "10.0.0.01/32")).isZero();
    assertThat(kind(PlainWord.NETWORK, "10.0.0.1,10.0.0.2")).isZero();
    assertThat(kind(PlainWord.NETWORK, "1::2::3/64")).isZero();
    assertThat(kind(PlainWord.NAT_RANGE, "10.0.0.1:80-90")).isZero();
    assertThat(kind(PlainWord.PORT, "65536")).isZero();
    assertThat(kind(PlainWord.PORT, "http")).isZero();
    assertThat(kind(PlainWord.PROBABILITY, "1.5")).isZero();
    assertThat(kind(PlainWord.INTERFACE, "+")).isZero();
    assertThat(kind(PlainWord.NAME, "a/b")).isZero();
    assertThat(kind(PlainWord.NONE, "80")).isZero();
  }

  // Of one kind are only words that are all right or all wrong, in a rule with tcp and without.
  @Test
  void wordsOfAKindAreTakenAlike() {
    int compared = 0;
    for (Family family : Family.values()) {
      for (OptionSpec<?> spec : plainOptions(Catalogue.of(family))) {
        for (int protocol : new int[] {0, 6}) {
          compared += compare(spec, new RuleContext(family, "nat", protocol, false));
        }
      }
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  private static int compare(OptionSpec<?> spec, RuleContext rule) {
    Map<Integer, Boolean> taken = new HashMap<>();
    int compared = 0;
    for (String word : words()) {
      int kind = kind(spec.type().plainWord(), word);
      if (kind > 0) {
        boolean takes = takes(spec, word, rule);
        assertThat(taken.computeIfAbsent(kind, k -> takes))
            .as("%s %s in %s", spec.name(), word, rule)
            .isEqualTo(takes);
        compared++;
      }
    }
    return compared;
  }

  private static boolean takes(OptionSpec<?> spec, String word, RuleContext rule) {
    try {
      return !spec.read(List.of(word), false, rule).values().isEmpty();
    } catch (BadValue e) {
      return false;
    }
  }

  private static List<OptionSpec<?>> plainOptions(Catalogue catalogue) {
    List<OptionSpec<?>> options = new ArrayList<>(catalogue.builtIn().options());
    for (String name : catalogue.matchNames()) {
      options.addAll(catalogue.match(name).orElseThrow().options());
    }
    for (String name : catalogue.targetNames()) {
      options.addAll(catalogue.target(name).orElseThrow().options());
    }
    options.removeIf(spec -> spec.type().plainWord() == PlainWord.NONE);
    assertThat(options).hasSizeGreaterThan(10);
    return options;
  }

  /** Words that most dumps could have, and the same with other letters. */
  private static List<String> words() {
    Random random = new Random(1);
    List<String> words = new ArrayList<>(WORDS);
    for (int i = 0; i < 3000; i++) {
      StringBuilder word = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        int at = random.nextInt(word.length());
        switch (random.nextInt(3)) {
          case 0 -> word.setCharAt(at, letter);
          case 1 -> word.insert(at, letter);
          default -> word.replace(at, at + 1, word.length() > 1 ? "" : "0");
        }
      }
      words.add(word.toString());
    }
    return words;
  }
}
