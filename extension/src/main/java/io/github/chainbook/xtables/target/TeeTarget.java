package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Host;
import io.github.chainbook.xtables.value.Texts;
import java.util.List;

/**
 * {@code -j TEE}: sends a copy of the packet to another machine; iptables-extensions(8), section
 * TEE. The packet itself goes on to the next rule.
 */
public final class TeeTarget {

  /** IFNAMSIZ less a terminating zero; linux/netfilter/xt_TEE.h. */
  private static final int MAX_INTERFACE = 15;

  /** The machine to which the copy goes. */
  public static final OptionSpec<Address> GATEWAY = OptionSpec.of("--gateway", Host.TYPE).needed();

  /** The name of the interface through which the copy leaves; a {@code +} is part of it. */
  public static final OptionSpec<String> OIF =
      OptionSpec.of("--oif", Texts.plainCut(MAX_INTERFACE));

  private TeeTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("TEE", GATEWAY, OIF).checked(TeeTarget::check).printed(TeeTarget::print));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (given.get(GATEWAY).filter(Address::isZero).isPresent()) {
      throw BadRule.value(GATEWAY, "expected the address of a machine, found one of zeros");
    }
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    return new Saved(given).then(GATEWAY).thenUnless("", OIF).list();
  }
}
