package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.IcmpType;

/** Looks at the type and code of ICMP and ICMPv6 messages. */
final class IcmpTest {

  private static final int HEADER = 8;

  private IcmpTest() {}

  /** Whether a message has this type and one of its codes, or not. */
  static PacketTest of(IcmpType wanted, boolean negated, Family family) {
    boolean any = wanted.isAny(family);
    int type = wanted.type();
    long low = wanted.codes().low();
    long high = wanted.codes().high();
    return packet -> {
      if (packet.fragmentOffset() != 0) {
        return Truth.NO;
      }
      if (HeaderBytes.isCut(packet, Field.ICMP_TYPE, HEADER)) {
        return HeaderBytes.drop(packet);
      }
      Truth found = any ? Truth.YES : HeaderBytes.within(packet, Field.ICMP_TYPE, 0, 1, type, type);
      if (!any && found != Truth.NO) {
        found = found.and(HeaderBytes.within(packet, Field.ICMP_CODE, 1, 1, low, high));
      }
      return found.not(negated);
    };
  }
}
