package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.Family;

/**
 * Bob Jenkins's hash as the kernel has it, {@code jhash2} and its kin in linux/jhash.h. Words are
 * numbers; what the kernel reads from a packet without turning it is turned by the caller.
 */
public final class JenkinsHash {

  private static final int INITIAL = 0xDEADBEEF;
  private static final int LONGEST_TAIL = 3;

  private JenkinsHash() {}

  /** The hash of words of 32 bits; {@code jhash2}, of which jhash_1word and its kin are cases. */
  public static int of(int seed, int... words) {
    int a = INITIAL + (words.length << 2) + seed;
    int b = a;
    int c = a;
    int i = 0;
    for (; words.length - i > LONGEST_TAIL; i += LONGEST_TAIL) {
      a += words[i];
      b += words[i + 1];
      c += words[i + 2];
      a = a - c ^ Integer.rotateLeft(c, 4);
      c += b;
      b = b - a ^ Integer.rotateLeft(a, 6);
      a += c;
      c = c - b ^ Integer.rotateLeft(b, 8);
      b += a;
      a = a - c ^ Integer.rotateLeft(c, 16);
      c += b;
      b = b - a ^ Integer.rotateLeft(a, 19);
      a += c;
      c = c - b ^ Integer.rotateLeft(b, 4);
      b += a;
    }
    a += i < words.length ? words[i] : 0;
    b += i + 1 < words.length ? words[i + 1] : 0;
    c += i + 2 < words.length ? words[i + 2] : 0;
    return i < words.length ? last(a, b, c) : c;
  }

  private static int last(int first, int second, int third) {
    int a = first;
    int b = second;
    int c = (third ^ b) - Integer.rotateLeft(b, 14);
    a = (a ^ c) - Integer.rotateLeft(c, 11);
    b = (b ^ a) - Integer.rotateLeft(a, 25);
    c = (c ^ b) - Integer.rotateLeft(b, 16);
    a = (a ^ c) - Integer.rotateLeft(c, 4);
    b = (b ^ a) - Integer.rotateLeft(a, 14);
    return (c ^ b) - Integer.rotateLeft(b, 24);
  }

  /**
   * The words of an address as a machine whose lowest byte comes first, such as x86 and ARM, reads
   * them from a packet: four, or one in IPv4.
   */
  public static int[] wordsOf(Address address) {
    int last = Integer.reverseBytes((int) address.low());
    if (address.family() == Family.IPV4) {
      return new int[] {last};
    }
    return new int[] {
      Integer.reverseBytes((int) (address.high() >>> 32)),
      Integer.reverseBytes((int) address.high()),
      Integer.reverseBytes((int) (address.low() >>> 32)),
      last
    };
  }

  /** Scales a hash down to a number below the size; {@code reciprocal_scale} of linux/kernel.h. */
  public static long scale(int hash, long size) {
    return Integer.toUnsignedLong(hash) * size >>> 32;
  }
}
