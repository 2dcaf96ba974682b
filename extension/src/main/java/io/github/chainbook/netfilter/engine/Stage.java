package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.xtables.packet.Hook;
import java.util.List;

/**
 * What happens at a hook, one after the other: enum nf_ip_hook_priorities of
 * linux/netfilter_ipv4.h. The nft back end registers the security table behind the translation of
 * sources.
 */
enum Stage {
  RAW("raw"),
  /** Connection tracking looks the packet up. */
  LOOKUP(""),
  MANGLE("mangle"),
  NAT("nat"),
  FILTER("filter"),
  SECURITY("security");

  private static final List<Stage> EARLY = List.of(RAW, LOOKUP, MANGLE, NAT, FILTER, SECURITY);
  private static final List<Stage> INPUT_LEGACY = List.of(MANGLE, FILTER, SECURITY, NAT);
  private static final List<Stage> INPUT_NFT = List.of(MANGLE, FILTER, NAT, SECURITY);
  private static final List<Stage> OTHERS = List.of(MANGLE, FILTER, SECURITY, NAT);

  final String table;

  Stage(String table) {
    this.table = table;
  }

  /** What happens at a hook; tables that have no chain there are harmless. */
  static List<Stage> of(Hook hook, Backend backend) {
    return switch (hook) {
      case PREROUTING, OUTPUT -> EARLY;
      case INPUT -> backend == Backend.LEGACY ? INPUT_LEGACY : INPUT_NFT;
      case FORWARD, POSTROUTING -> OTHERS;
    };
  }
}
