package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Numbers;
import java.util.List;

/** {@code -m quota}: until bytes are used up; iptables-extensions(8), section quota. */
public final class QuotaMatch {

  /** How many bytes match in all, of 64 bits without sign; with {@code !}, what comes after. */
  public static final OptionSpec<Long> QUOTA =
      OptionSpec.of("--quota", Numbers.between(0, Numbers.MAX_64)).orNot().needed();

  private QuotaMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("quota", QUOTA).remembering().varying());
  }

  /** Whether bytes are left; quota_mt in net/netfilter/xt_quota.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    long quota = given.get(QUOTA).orElseThrow();
    // More than a packet can have, and below the sign.
    long most = Numbers.fits(quota, 0, Numbers.MAX_32) ? quota : Numbers.MAX_32;
    Truth usedUp = Truth.of(given.isNegated(QUOTA));
    return packet ->
        packet.has(Field.LENGTH) && packet.within(Field.LENGTH, 0, most) == Truth.NO
            ? usedUp
            : packet.unknownEachTime();
  }
}
