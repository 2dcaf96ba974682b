package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.Family;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** IPv6 addresses as text; {@code inet_pton} and {@code inet_ntop} of the GNU C library. */
final class Ipv6Text {

  private static final int GROUPS = 8;

  /** Eight groups of four digits, and seven colons. */
  private static final int LONGEST = 39;

  private Ipv6Text() {}

  static Optional<Address> parse(String word) {
    if (word.length() < 2 || word.length() > 45 || word.indexOf(':') < 0) {
      return Optional.empty();
    }
    int[] groups = new int[GROUPS];
    int count = 0;
    int gap = -1;
    int from = 0;
    int dot = word.indexOf('.');
    if (word.startsWith("::")) {
      gap = 0;
      from = 2;
    } else if (word.charAt(0) == ':') {
      return Optional.empty();
    }
    while (from < word.length()) {
      int colon = word.indexOf(':', from);
      int end = colon < 0 ? word.length() : colon;
      if (dot >= from && dot < end) {
        boolean fits = colon < 0 && count <= GROUPS - 2;
        long embedded = fits ? strictIpv4(word.substring(from)) : -1;
        if (embedded < 0) {
          return Optional.empty();
        }
        groups[count++] = (int) (embedded >> 16);
        groups[count++] = (int) (embedded & 0xFFFF);
      } else if (from == end && gap < 0) {
        gap = count;
      } else {
        int value = count < GROUPS ? hex(word, from, end) : -1;
        if (value < 0) {
          return Optional.empty();
        }
        groups[count++] = value;
        // A colon at the end belongs to a gap, or to nothing.
        if (colon == word.length() - 1) {
          return Optional.empty();
        }
      }
      from = end + 1;
    }
    return gap < 0 && count == GROUPS || gap >= 0 && count < GROUPS
        ? Optional.of(
            new Address(Family.IPV6, half(groups, 0, gap, count), half(groups, 4, gap, count)))
        : Optional.empty();
  }

  // Four groups of the address; those behind the gap were read as if there was none.
  private static long half(int[] groups, int first, int gap, int count) {
    int zeros = GROUPS - count;
    long bits = 0;
    for (int i = first; i < first + 4; i++) {
      boolean before = gap < 0 || i < gap;
      bits = bits << 16 | (before ? groups[i] : i < gap + zeros ? 0 : groups[i - zeros]);
    }
    return bits;
  }

  private static int hex(String word, int from, int end) {
    if (from == end || end - from > 4) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < end; i++) {
      int digit = word.charAt(i) < 0x80 ? Character.digit(word.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  // Decimal only, without leading zeros.
  private static long strictIpv4(String text) {
    if (!Ipv4Text.isStrict(text)) {
      return -1;
    }
    return Ipv4Text.parse(text, false).map(Address::low).orElse(-1L);
  }

  static String print(long high, long low) {
    int gap = -1;
    int gapLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int first = i;
      while (i < GROUPS && group(high, low, i) == 0) {
        i++;
      }
      if (i - first > gapLength) {
        gap = first;
        gapLength = i - first;
      }
    }
    boolean embedded =
        gap == 0 && (gapLength == 6 || gapLength == 5 && group(high, low, 5) == 0xFFFF);
    if (embedded) {
      return (gapLength == 6 ? "::" : "::ffff:") + Ipv4Text.print(low & 0xFFFFFFFFL);
    }
    return print(high, low, gap, gapLength);
  }

  private static int group(long high, long low, int index) {
    return (int) ((index < 4 ? high : low) >>> (48 - 16 * (index & 3)) & 0xFFFF);
  }

  private static String print(long high, long low, int gap, int gapLength) {
    byte[] text = new byte[LONGEST];
    int used = 0;
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        text[used++] = ':';
        i += gapLength - 1;
        if (i == GROUPS - 1) {
          text[used++] = ':';
        }
        continue;
      }
      if (i > 0) {
        text[used++] = ':';
      }
      int group = group(high, low, i);
      int digits = group > 0xFFF ? 4 : group > 0xFF ? 3 : group > 0xF ? 2 : 1;
      for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
        text[used++] = (byte) Character.forDigit(group >> shift & 15, 16);
      }
    }
    return new String(text, 0, used, StandardCharsets.ISO_8859_1);
  }
}
