package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.Family;
import java.util.Optional;

/** IPv6 addresses as text; {@code inet_pton} and {@code inet_ntop} of the GNU C library. */
final class Ipv6Text {

  private static final int GROUPS = 8;

  private Ipv6Text() {}

  static Optional<Address> parse(String word) {
    if (word.length() < 2 || word.length() > 45 || word.indexOf(':') < 0) {
      return Optional.empty();
    }
    int[] groups = new int[GROUPS];
    int count = 0;
    int gap = -1;
    int from = 0;
    if (word.startsWith("::")) {
      gap = 0;
      from = 2;
    } else if (word.charAt(0) == ':') {
      return Optional.empty();
    }
    while (from < word.length()) {
      int colon = word.indexOf(':', from);
      int end = colon < 0 ? word.length() : colon;
      String group = word.substring(from, end);
      if (group.indexOf('.') >= 0) {
        long embedded = colon < 0 && count <= GROUPS - 2 ? strictIpv4(group) : -1;
        if (embedded < 0) {
          return Optional.empty();
        }
        groups[count++] = (int) (embedded >> 16);
        groups[count++] = (int) (embedded & 0xFFFF);
      } else if (group.isEmpty() && gap < 0) {
        gap = count;
      } else {
        int value = count < GROUPS ? hex(group) : -1;
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
    return spread(groups, count, gap);
  }

  private static Optional<Address> spread(int[] groups, int count, int gap) {
    if (gap < 0 ? count != GROUPS : count == GROUPS) {
      return Optional.empty();
    }
    int[] all = new int[GROUPS];
    for (int i = 0; i < count; i++) {
      all[gap < 0 || i < gap ? i : i + GROUPS - count] = groups[i];
    }
    return Optional.of(new Address(Family.IPV6, half(all, 0), half(all, 4)));
  }

  private static long half(int[] groups, int from) {
    long bits = 0;
    for (int i = from; i < from + 4; i++) {
      bits = bits << 16 | groups[i];
    }
    return bits;
  }

  private static int hex(String group) {
    if (group.isEmpty() || group.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < group.length(); i++) {
      int digit = group.charAt(i) < 0x80 ? Character.digit(group.charAt(i), 16) : -1;
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
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (int) ((i < 4 ? high : low) >>> (48 - 16 * (i % 4)) & 0xFFFF);
    }
    int gap = -1;
    int gapLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int length = 0;
      while (i + length < GROUPS && groups[i + length] == 0) {
        length++;
      }
      if (length > gapLength) {
        gap = i;
        gapLength = length;
      }
      i += Math.max(0, length - 1);
    }
    return print(groups, gap, gapLength, low);
  }

  private static String print(int[] groups, int gap, int gapLength, long low) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (gap >= 0 && i >= gap && i < gap + gapLength) {
        out.append(i == gap ? ":" : "");
        continue;
      }
      out.append(i > 0 ? ":" : "");
      boolean embedded =
          i == 6 && gap == 0 && (gapLength == 6 || gapLength == 5 && groups[5] == 0xFFFF);
      if (embedded) {
        return out.append(Ipv4Text.print(low & 0xFFFFFFFFL)).toString();
      }
      out.append(Integer.toHexString(groups[i]));
    }
    return gap >= 0 && gap + gapLength == GROUPS ? out.append(':').toString() : out.toString();
  }
}
