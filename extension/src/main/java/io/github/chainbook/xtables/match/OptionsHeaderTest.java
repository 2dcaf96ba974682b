package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.HeaderOption;
import java.util.List;

/**
 * Looks at a Hop-by-Hop or Destination Options header; hbh_mt6 in net/ipv6/netfilter/ip6t_hbh.c.
 *
 * @param length how long the header must be, in bytes; -1 for any
 * @param notLength whether it must not be so long
 * @param options what it must begin with
 */
record OptionsHeaderTest(long length, boolean notLength, List<HeaderOption> options)
    implements ExtensionHeaders.Test {

  @Override
  public Truth test(PacketView packet, BytesView bytes, int at) {
    int size = ExtensionHeaders.size(bytes, ExtensionHeaders.DESTINATION, at);
    if (size < 0) {
      return Truth.UNKNOWN;
    }
    if (HeaderBytes.isCut(bytes, at + size)) {
      return HeaderBytes.drop(packet);
    }
    Truth holds = length < 0 ? Truth.YES : Truth.of(size == length != notLength);
    return options.isEmpty() || holds == Truth.NO
        ? holds
        : holds.and(options(bytes, at + 2, at + size));
  }

  private Truth options(BytesView bytes, int from, int end) {
    int at = from;
    for (HeaderOption option : options) {
      if (at >= end) {
        return Truth.NO;
      }
      int type = bytes.at(at);
      if (type < 0) {
        return Truth.UNKNOWN;
      }
      if (type != option.type()) {
        return Truth.NO;
      }
      // Pad1 is a single byte.
      int length = -1;
      if (type != 0) {
        if (at + 2 > end) {
          return Truth.NO;
        }
        length = bytes.at(at + 1);
        if (length < 0) {
          return Truth.UNKNOWN;
        }
        if (option.length() != HeaderOption.ANY_LENGTH && option.length() != length) {
          return Truth.NO;
        }
      }
      at += length + 2;
    }
    return Truth.YES;
  }
}
