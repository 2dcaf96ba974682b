package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import java.util.List;

/**
 * {@code -j CONNSECMARK}: copies security marks between packet and connection;
 * iptables-extensions(8), section CONNSECMARK.
 */
public final class ConnsecmarkTarget {

  /** The connection gets the packet's mark if it has none. */
  public static final OptionSpec<Flag> SAVE = OptionSpec.flag("--save").not("--restore");

  /** The packet gets the connection's mark if it has none. */
  public static final OptionSpec<Flag> RESTORE = OptionSpec.flag("--restore").not("--save");

  private ConnsecmarkTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("CONNSECMARK", SAVE, RESTORE)
            .inTables("mangle", "security")
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("target CONNSECMARK needs --save or --restore");
                  }
                }));
  }
}
