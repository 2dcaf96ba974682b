package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.NamedMark;
import java.util.List;

/** {@code -m realm}; iptables-extensions(8), section realm. */
public final class RealmMatch {

  /** The realm of the route that it takes; names are those of iproute2's {@code rt_realms}. */
  public static final OptionSpec<Mark> REALM =
      OptionSpec.of("--realm", NamedMark.zeroIs("cosmos")).orNot().needed();

  private RealmMatch() {}

  /** The extension; places: net/netfilter/xt_realm.c. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("realm", REALM)
            .onlyFor(Family.IPV4)
            .atHooks("INPUT", "FORWARD", "OUTPUT", "POSTROUTING"));
  }

  /** Whether its route is of the realm; realm_mt in net/netfilter/xt_realm.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    Mark realm = given.get(REALM).orElseThrow();
    boolean negated = given.isNegated(REALM);
    Truth isZero = Truth.of(realm.value() == 0).not(negated);
    // Bits of the value outside of the mask are never found.
    boolean decided = realm.mask() == 0 || (realm.value() & ~realm.mask()) != 0;
    return packet -> decided || packet.machine().isComplete() ? isZero : Truth.UNKNOWN;
  }
}
