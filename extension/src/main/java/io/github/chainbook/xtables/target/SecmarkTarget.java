package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.Texts;
import java.util.List;

/**
 * {@code -j SECMARK}: gives the packet a security context of SELinux; iptables-extensions(8),
 * section SECMARK. The packet goes on to the next rule. Whether the loading machine's policy has
 * the context is not known here.
 */
public final class SecmarkTarget {

  /** SECMARK_SECCTX_MAX less a terminating zero; linux/netfilter/xt_SECMARK.h. */
  private static final int MAX_CONTEXT = 255;

  /** The security context. */
  public static final OptionSpec<String> SELCTX =
      OptionSpec.of("--selctx", Texts.plainCut(MAX_CONTEXT)).needed();

  private SecmarkTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("SECMARK", SELCTX)
            .inTables("mangle", "security")
            .checked(
                (given, rule) -> {
                  if (given.get(SELCTX, "").isEmpty()) {
                    throw BadRule.value(SELCTX, "expected a security context, found nothing");
                  }
                }));
  }
}
