package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.IcmpType;
import java.util.List;

/** {@code -m icmp6}; iptables-extensions(8), section icmp6. */
public final class Icmp6Match {

  private static final int ICMPV6 = 58;

  /** The message's type and, if given, its code. */
  public static final OptionSpec<IcmpType> TYPE =
      OptionSpec.of("--icmpv6-type", IcmpType.IPV6).orNot().needed();

  private Icmp6Match() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("icmp6", TYPE).onlyFor(Family.IPV6).onProtocols(ICMPV6));
  }
}
