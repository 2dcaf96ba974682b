package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
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
}
