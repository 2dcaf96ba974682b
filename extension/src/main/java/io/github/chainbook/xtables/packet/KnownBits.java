package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.Mark;

/**
 * A number of 32 bits of which some bits are known.
 *
 * @param value the bits that are known, the others being 0
 * @param known which bits are known
 */
public record KnownBits(int value, int known) {

  /** A number of which nothing is known. */
  public static final KnownBits NONE = new KnownBits(0, 0);

  private static final KnownBits ZERO = new KnownBits(0, -1);
  private static final long ALL = 0xFFFFFFFFL;

  public KnownBits {
    value &= known;
  }

  /** A number that is known; below 0 for one of which nothing is known. */
  public static KnownBits of(long number) {
    // Most marks are 0.
    return number == 0 ? ZERO : number < 0 ? NONE : new KnownBits((int) number, -1);
  }

  /** The number, without sign; -1 where not all its bits are known. */
  public long number() {
    return known == -1 ? value & ALL : -1;
  }

  /** As a mark is written: {@code 0x1}, {@code 0x1/0xff} where the mask's bits are known alone. */
  @Override
  public String toString() {
    return known == 0 ? "unknown" : new Mark(value, known).toString();
  }

  /** Whether the bits of the mask are those of the value, as {@code --mark} asks. */
  public Truth has(Mark wanted) {
    boolean impossible = (wanted.value() & ~wanted.mask()) != 0;
    int seen = wanted.mask() & known;
    if (impossible || (value & seen) != (wanted.value() & seen)) {
      return Truth.NO;
    }
    return seen == wanted.mask() ? Truth.YES : Truth.UNKNOWN;
  }

  /** Clears the bits of the mask, then turns those of the value, as {@code --set-xmark} does. */
  public KnownBits changed(Mark mark) {
    return new KnownBits(value & ~mark.mask() ^ mark.value(), known | mark.mask());
  }

  /** These bits alone; the others are 0. */
  public KnownBits and(int mask) {
    return new KnownBits(value & mask, known | ~mask);
  }

  /** The bits that differ. */
  public KnownBits xor(KnownBits other) {
    return new KnownBits(value ^ other.value, known & other.known);
  }

  /** Shifted by so many bits, from 0 to 31; zeros come from the right. */
  public KnownBits left(int bits) {
    return new KnownBits(value << bits, known << bits | (1 << bits) - 1);
  }

  /** Shifted by so many bits, from 0 to 31; zeros come from the left. */
  public KnownBits right(int bits) {
    return new KnownBits(value >>> bits, known >>> bits | ~(-1 >>> bits));
  }

  /**
   * What is known when it has these bits, or when it has not: one bit alone that was not known is
   * then the other one.
   */
  public KnownBits narrowed(Mark wanted, boolean yes) {
    int open = wanted.mask() & ~known;
    if (!yes && Integer.bitCount(open) != 1) {
      return this;
    }
    int bits = yes ? wanted.value() & open : ~wanted.value() & open;
    return new KnownBits(value | bits, known | open);
  }
}
