package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;

/**
 * {@code -m tcpmss}: the largest segment that a side of a TCP connection offers to take;
 * iptables-extensions(8), section tcpmss.
 */
public final class TcpmssMatch {

  /** The length of a TCP header without options. */
  private static final int HEADER = 20;

  /** The option that names the size, and its length; RFC 9293, section 3.2. */
  private static final int MSS_KIND = 2;

  private static final int MSS_LENGTH = 4;

  private static final long ABSENT = -1;

  private static final ValueType<NumberRange> SIZES =
      WordType.of((word, rule) -> sizes(word), NumberRange::toString);

  /** The size in bytes; it matches only where the TCP header names one. */
  public static final OptionSpec<NumberRange> MSS = OptionSpec.of("--mss", SIZES).orNot().needed();

  private TcpmssMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("tcpmss", MSS).onProtocols(6));
  }

  private static NumberRange sizes(String word) throws BadValue {
    NumberRange range = NumberRange.parse(word, 65535);
    if (range.low() > range.high()) {
      throw BadValue.expected("a range whose first number is not above its last", word);
    }
    return range;
  }

  /**
   * Whether the header names such a size; tcpmss_mt in net/netfilter/xt_tcpmss.c. What stands in a
   * later fragment at the place of the header is read as one.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    NumberRange sizes = given.get(MSS).orElseThrow();
    boolean negated = given.isNegated(MSS);
    return packet -> {
      BytesView bytes = packet.bytes();
      int header = bytes.transport();
      if (HeaderBytes.isCut(bytes, header + HEADER)) {
        return HeaderBytes.drop(packet);
      }
      int words = bytes.at(header + 12);
      if (words < 0) {
        return within(packet.segmentSizes(), sizes).not(negated);
      }
      int end = header + (words >> 4) * 4;
      if (end < header + HEADER || end > header + HEADER && HeaderBytes.isCut(bytes, end)) {
        return HeaderBytes.drop(packet);
      }
      long size = size(bytes, header + HEADER, end);
      Truth holds =
          size == HeaderBytes.UNKNOWN
              ? within(packet.segmentSizes(), sizes)
              : Truth.of(size >= sizes.low() && size <= sizes.high());
      return holds.not(negated);
    };
  }

  private static Truth within(NumberSet known, NumberRange wanted) {
    if (known == null) {
      return Truth.UNKNOWN;
    }
    NumberSet common = known.and(NumberSet.of(wanted.low(), wanted.high()));
    return common.isEmpty() ? Truth.NO : common.equals(known) ? Truth.YES : Truth.UNKNOWN;
  }

  private static long size(BytesView bytes, int from, int end) {
    int at = from;
    while (at >= 0 && at < end) {
      int kind = bytes.at(at);
      if (kind < 0) {
        return HeaderBytes.UNKNOWN;
      }
      if (kind == MSS_KIND && end - at >= MSS_LENGTH) {
        int length = bytes.at(at + 1);
        if (length < 0) {
          return HeaderBytes.UNKNOWN;
        }
        if (length == MSS_LENGTH) {
          return HeaderBytes.number(bytes, at + 2, 2);
        }
      }
      at = HeaderOptions.next(bytes, at, end, kind);
    }
    return at < 0 ? HeaderBytes.UNKNOWN : ABSENT;
  }
}
