package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
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
  public static final OptionSpec<Flag> SUPPL_GROUPS = OptionSpec.flag("--suppl-groups");

  private OwnerMatch() {}

  /** The extension; its places are those of the kernel's xt_owner.c. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("owner", SOCKET_EXISTS, UID, GID, SUPPL_GROUPS)
            .atHooks("OUTPUT", "POSTROUTING")
            .checked(OwnerMatch::check));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (given.list().isEmpty()) {
      throw BadRule.missing("match owner needs --uid-owner, --gid-owner or --socket-exists");
    }
    if (given.has(SUPPL_GROUPS) && !Sequence.isBefore(given, GID, SUPPL_GROUPS)) {
      throw BadRule.at(SUPPL_GROUPS, "--suppl-groups needs --gid-owner before it");
    }
    for (OptionSpec<IdRange> spec : List.of(UID, GID)) {
      IdRange ids = given.get(spec).orElse(null);
      if (ids != null && ids.low() > ids.high()) {
        throw BadRule.value(
            spec, "expected a range whose first number is not above its last, found '" + ids + "'");
      }
    }
  }

  /** Whether such a user opened its socket; owner_mt in net/netfilter/xt_owner.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    return new OwnerTest(given);
  }
}
