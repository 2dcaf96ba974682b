package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Network;
import java.util.ArrayList;
import java.util.List;

/** Looks at a Segment Routing Header; srh1_mt6 in net/ipv6/netfilter/ip6t_srh.c. */
final class SegmentRoutingTest implements ExtensionHeaders.Test {

  private static final int ROUTING_TYPE = 4;
  private static final int SEGMENTS_LEFT = 3;
  private static final int LAST_ENTRY = 4;
  private static final int TAG = 6;
  private static final int SEGMENTS = 8;

  private final List<ExtensionHeaders.Test> parts = new ArrayList<>();

  /** The test of the match's options. */
  SegmentRoutingTest(Options given) {
    addNumber(given, 0, SrhMatch.NEXT_HEADER, null, null);
    addNumber(given, 1, SrhMatch.LENGTH, SrhMatch.LENGTH_ABOVE, SrhMatch.LENGTH_BELOW);
    addNumber(
        given,
        SEGMENTS_LEFT,
        SrhMatch.SEGMENTS_LEFT,
        SrhMatch.SEGMENTS_LEFT_ABOVE,
        SrhMatch.SEGMENTS_LEFT_BELOW);
    addNumber(
        given,
        LAST_ENTRY,
        SrhMatch.LAST_ENTRY,
        SrhMatch.LAST_ENTRY_ABOVE,
        SrhMatch.LAST_ENTRY_BELOW);
    given.get(SrhMatch.TAG).ifPresent(tag -> addTag(tag, given.isNegated(SrhMatch.TAG)));
    addSegment(given, SrhMatch.PREVIOUS, 1);
    addSegment(given, SrhMatch.NEXT, -1);
    given
        .get(SrhMatch.LAST)
        .ifPresent(
            last -> {
              boolean negated = given.isNegated(SrhMatch.LAST);
              parts.add((packet, bytes, at) -> segment(bytes, at, 0, last, negated));
            });
  }

  private void addNumber(
      Options given,
      int place,
      OptionSpec<Long> same,
      OptionSpec<Long> above,
      OptionSpec<Long> below) {
    given.get(same).ifPresent(it -> addRange(place, it, it, given.isNegated(same)));
    if (above != null) {
      given.get(above).ifPresent(it -> addRange(place, it + 1, 255, given.isNegated(above)));
      given.get(below).ifPresent(it -> addRange(place, 0, it - 1, given.isNegated(below)));
    }
  }

  private void addRange(int place, long low, long high, boolean negated) {
    parts.add(
        (packet, bytes, at) -> HeaderBytes.within(bytes.at(at + place), low, high).not(negated));
  }

  private void addTag(long tag, boolean negated) {
    parts.add(
        (packet, bytes, at) ->
            HeaderBytes.within(HeaderBytes.number(bytes, at + TAG, 2), tag, tag).not(negated));
  }

  // Without a segment before or behind the current one the answer is NO, negated too.
  private void addSegment(Options given, OptionSpec<Network> spec, int step) {
    boolean negated = given.isNegated(spec);
    given
        .get(spec)
        .ifPresent(
            network ->
                parts.add(
                    (packet, bytes, at) -> {
                      int left = bytes.at(at + SEGMENTS_LEFT);
                      int last = bytes.at(at + LAST_ENTRY);
                      if (left < 0 || last < 0) {
                        return Truth.UNKNOWN;
                      }
                      return left == (step > 0 ? last : 0)
                          ? Truth.NO
                          : segment(bytes, at, left + step, network, negated);
                    }));
  }

  private static Truth segment(
      BytesView bytes, int at, int index, Network network, boolean negated) {
    int place = at + SEGMENTS + 16 * index;
    return HeaderBytes.isCut(bytes, place + 16)
        ? Truth.NO
        : SegmentBytes.within(bytes, place, network.address(), network.mask()).not(negated);
  }

  @Override
  public Truth test(PacketView packet, BytesView bytes, int at) {
    int size = ExtensionHeaders.size(bytes, ExtensionHeaders.ROUTING, at);
    int left = bytes.at(at + SEGMENTS_LEFT);
    int last = bytes.at(at + LAST_ENTRY);
    if (size >= 0 && HeaderBytes.isCut(bytes, at + size) || left >= 0 && last >= 0 && left > last) {
      return Truth.NO;
    }
    Truth holds = HeaderBytes.within(bytes.at(at + 2), ROUTING_TYPE, ROUTING_TYPE);
    if (size < 0 || left < 0 || last < 0) {
      holds = holds.and(Truth.UNKNOWN);
    }
    for (ExtensionHeaders.Test part : parts) {
      if (holds == Truth.NO) {
        break;
      }
      holds = holds.and(part.test(packet, bytes, at));
    }
    return holds;
  }
}
