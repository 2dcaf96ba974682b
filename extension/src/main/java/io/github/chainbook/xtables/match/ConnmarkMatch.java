package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mark;
import java.util.List;

/** {@code -m connmark}: the connection's mark; iptables-extensions(8), section connmark. */
public final class ConnmarkMatch {

  /** The mark, and which of its bits count. */
  public static final OptionSpec<Mark> MARK = OptionSpec.of("--mark", Mark.TYPE).orNot().needed();

  private ConnmarkMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("connmark", MARK));
  }

  /**
   * Whether the connection's mark has these bits; NO without a connection, negated too: connmark_mt
   * in net/netfilter/xt_connmark.c.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    Mark wanted = given.get(MARK).orElseThrow();
    boolean negated = given.isNegated(MARK);
    return packet -> {
      ConnectionView connection = packet.connection();
      if (connection == null) {
        return Truth.NO;
      }
      return connection.markBits().has(wanted).not(negated);
    };
  }
}
