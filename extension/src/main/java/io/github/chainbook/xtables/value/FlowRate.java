package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;

/** A rate that hashlimit measures, in packets or in bytes; iptables-extensions(8), hashlimit. */
public sealed interface FlowRate permits PacketRate, ByteRate {

  /** Packets such as {@code 40/min}, or bytes such as {@code 512kb/s}. */
  ValueType<FlowRate> TYPE = WordType.of((word, rule) -> parse(word), FlowRate::toString);

  private static FlowRate parse(String word) throws BadValue {
    // What does not begin with a number above 0 is refused as a rate of packets.
    return ByteRate.isMeant(word) ? ByteRate.parse(word) : PacketRate.ofHashlimit(word);
  }
}
