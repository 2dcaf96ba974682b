package io.github.chainbook.xtables.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberSetTest {

  @Test
  void whatHoldsForNeighboursIsOneRange() {
    assertThat(NumberSet.where(9, number -> number % 5 != 3)).hasToString("0-2, 4-7, 9");
    assertThat(NumberSet.where(9, number -> true)).isEqualTo(NumberSet.of(0, 9));
    assertThat(NumberSet.where(9, number -> false).isEmpty()).isTrue();
    assertThat(NumberSet.where(0, number -> true).single()).isZero();
    assertThat(NumberSet.where(7, number -> number % 2 == 0)).hasToString("0, 2, 4, 6");
  }

  @Test
  void rangesThatTouchOrOverlapBecomeOne() {
    assertThat(
            NumberSet.union(
                List.of(
                    NumberSet.of(80, 90),
                    NumberSet.of(22, 22),
                    NumberSet.of(1, 0),
                    NumberSet.of(91, 95),
                    NumberSet.of(85, 88))))
        .hasToString("22, 80-95");
    assertThat(NumberSet.union(List.of()).isEmpty()).isTrue();
  }

  @Test
  void setsAreAsTheirMembersSay() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      long one = random.nextLong();
      long other = random.nextLong();
      IntPredicate inOne = number -> (one >> number & 1) != 0;
      IntPredicate inOther = number -> (other >> number & 1) != 0;
      NumberSet first = NumberSet.where(63, inOne);
      NumberSet second = NumberSet.where(63, inOther);
      assertThat(IntStream.range(0, 64).allMatch(n -> first.contains(n) == inOne.test(n))).isTrue();
      assertThat(NumberSet.union(List.of(first, second)))
          .isEqualTo(NumberSet.where(63, inOne.or(inOther)));
      assertThat(first.and(second)).isEqualTo(NumberSet.where(63, inOne.and(inOther)));
      assertThat(first.without(second)).isEqualTo(NumberSet.where(63, inOne.and(inOther.negate())));
    }
  }
}
