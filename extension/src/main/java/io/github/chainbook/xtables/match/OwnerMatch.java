package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.IdRange;
import java.util.List;

/** {@code -m owner}: who opened the socket; iptables-extensions(8), section owner. */
public final class OwnerMatch {

  /** That there is a socket. */
  public static final OptionSpec<Flag> SOCKET_EXISTS = OptionSpec.flag("--socket-exists").orNot();

  /** The user who opened it. */
  public static final OptionSpec<IdRange> UID = OptionSpec.of("--uid-owner", IdRange.TYPE).orNot();

  /** The group of who opened it. */
  public static final OptionSpec<IdRange> GID = OptionSpec.of("--gid-owner", IdRange.TYPE).orNot();

  /** That supplementary groups count as well. */
  public static final OptionSpec<Flag> SUPPL_GROUPS =
      OptionSpec.flag("--suppl-groups").with("--gid-owner");

  private OwnerMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("owner", SOCKET_EXISTS, UID, GID, SUPPL_GROUPS)
            .atHooks("OUTPUT", "POSTROUTING")
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing(
                        "match owner needs --uid-owner, --gid-owner or --socket-exists");
                  }
                }));
  }
}
