package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import java.util.List;

/**
 * {@code -m socket}: is there a socket that would take it? iptables-extensions(8), section socket.
 */
public final class SocketMatch {

  /** That only transparent sockets count. */
  public static final OptionSpec<Flag> TRANSPARENT = OptionSpec.flag("--transparent");

  /** That sockets which listen at every address count too. */
  public static final OptionSpec<Flag> NOWILDCARD = OptionSpec.flag("--nowildcard");

  /** That the packet gets the socket's mark. */
  public static final OptionSpec<Flag> RESTORE_SKMARK = OptionSpec.flag("--restore-skmark");

  private SocketMatch() {}

  /** The extension; places: net/netfilter/xt_socket.c. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("socket", TRANSPARENT, NOWILDCARD, RESTORE_SKMARK)
            .atHooks("PREROUTING", "INPUT"));
  }
}
