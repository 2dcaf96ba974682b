package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.HostNetwork;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.Numbers;
import java.util.ArrayList;
import java.util.List;

/** {@code -m srh}: the Segment Routing Header of IPv6; iptables-extensions(8), section srh. */
public final class SrhMatch {

  /** The protocol that follows the header, by number. */
  public static final OptionSpec<Long> NEXT_HEADER = ofByte("--srh-next-hdr");

  /** How long the header is, in units of 8 bytes without the first one. */
  public static final OptionSpec<Long> LENGTH = ofByte("--srh-hdr-len-eq");

  /** The header is longer than so many units of 8 bytes without the first one. */
  public static final OptionSpec<Long> LENGTH_ABOVE = ofByte("--srh-hdr-len-gt");

  /** The header is shorter than so many units of 8 bytes without the first one. */
  public static final OptionSpec<Long> LENGTH_BELOW = ofByte("--srh-hdr-len-lt");

  /** How many segments are still to be visited. */
  public static final OptionSpec<Long> SEGMENTS_LEFT = ofByte("--srh-segs-left-eq");

  /** More segments than so many are still to be visited. */
  public static final OptionSpec<Long> SEGMENTS_LEFT_ABOVE = ofByte("--srh-segs-left-gt");

  /** Fewer segments than so many are still to be visited. */
  public static final OptionSpec<Long> SEGMENTS_LEFT_BELOW = ofByte("--srh-segs-left-lt");

  /** The number of the list's last entry. */
  public static final OptionSpec<Long> LAST_ENTRY = ofByte("--srh-last-entry-eq");

  /** The list's last entry has a number above this one. */
  public static final OptionSpec<Long> LAST_ENTRY_ABOVE = ofByte("--srh-last-entry-gt");

  /** The list's last entry has a number below this one. */
  public static final OptionSpec<Long> LAST_ENTRY_BELOW = ofByte("--srh-last-entry-lt");

  /** The header's tag, a number of 16 bits. */
  public static final OptionSpec<Long> TAG =
      OptionSpec.of("--srh-tag", Numbers.between(0, 0xFFFF)).orNot();

  /** The segment before the one that the packet goes to. */
  public static final OptionSpec<Network> PREVIOUS =
      OptionSpec.of("--srh-psid", HostNetwork.WITH_MASK).orNot();

  /** The segment behind the one that the packet goes to. */
  public static final OptionSpec<Network> NEXT =
      OptionSpec.of("--srh-nsid", HostNetwork.WITH_MASK).orNot();

  /** The last segment. */
  public static final OptionSpec<Network> LAST =
      OptionSpec.of("--srh-lsid", HostNetwork.WITH_MASK).orNot();

  private SrhMatch() {}

  private static OptionSpec<Long> ofByte(String name) {
    return OptionSpec.of(name, Numbers.between(0, 0xFF)).orNot();
  }

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match(
                "srh",
                NEXT_HEADER,
                LENGTH,
                LENGTH_ABOVE,
                LENGTH_BELOW,
                SEGMENTS_LEFT,
                SEGMENTS_LEFT_ABOVE,
                SEGMENTS_LEFT_BELOW,
                LAST_ENTRY,
                LAST_ENTRY_ABOVE,
                LAST_ENTRY_BELOW,
                TAG,
                PREVIOUS,
                NEXT,
                LAST)
            .onlyFor(Family.IPV6)
            .printed(SrhMatch::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    given.option(NEXT_HEADER).ifPresent(printed::add);
    addSharing(given, List.of(LENGTH, LENGTH_ABOVE, LENGTH_BELOW), printed);
    addSharing(given, List.of(SEGMENTS_LEFT, SEGMENTS_LEFT_ABOVE, SEGMENTS_LEFT_BELOW), printed);
    addSharing(given, List.of(LAST_ENTRY, LAST_ENTRY_ABOVE, LAST_ENTRY_BELOW), printed);
    for (OptionSpec<?> spec : List.of(TAG, PREVIOUS, NEXT, LAST)) {
      given.option(spec).ifPresent(printed::add);
    }
    return printed;
  }

  // The three comparisons have one number between them in struct ip6t_srh1: the last one given.
  private static void addSharing(
      Options given, List<OptionSpec<Long>> specs, List<RuleOption> printed) {
    long number = 0;
    for (RuleOption option : given.list()) {
      for (OptionSpec<Long> spec : specs) {
        number = option.meaning(spec).orElse(number);
      }
    }
    for (OptionSpec<Long> spec : specs) {
      if (given.has(spec)) {
        printed.add(spec.saying(number, given.isNegated(spec)));
      }
    }
  }

  /**
   * Whether there is such a header; srh1_mt6 in net/ipv6/netfilter/ip6t_srh.c, which drops no
   * packet that is cut off.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    SegmentRoutingTest test = new SegmentRoutingTest(given);
    return packet -> {
      BytesView bytes = packet.bytes();
      int at = ExtensionHeaders.find(bytes, ExtensionHeaders.ROUTING);
      if (at < 0) {
        return at == ExtensionHeaders.UNKNOWN ? Truth.UNKNOWN : Truth.NO;
      }
      return HeaderBytes.isCut(bytes, at + 8) ? Truth.NO : test.test(packet, bytes, at);
    };
  }
}
