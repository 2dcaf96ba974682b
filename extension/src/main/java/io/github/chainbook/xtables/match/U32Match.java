package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.U32Tests;
import java.util.List;

/** {@code -m u32}: numbers at places of the packet; iptables-extensions(8), section u32. */
public final class U32Match {

  /** The tests, all of which must hold. */
  public static final OptionSpec<U32Tests> TESTS =
      OptionSpec.of("--u32", U32Tests.TYPE).orNot().needed();

  private U32Match() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("u32", TESTS));
  }

  /** Whether all tests hold; u32_mt in net/netfilter/xt_u32.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    PacketTest program = new U32Program(given.get(TESTS).orElseThrow());
    boolean negated = given.isNegated(TESTS);
    return packet -> program.test(packet).not(negated);
  }
}
