package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
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
}
