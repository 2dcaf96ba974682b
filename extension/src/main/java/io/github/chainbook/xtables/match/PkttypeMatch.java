package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.PacketType;
import java.util.List;

/** {@code -m pkttype}; iptables-extensions(8), section pkttype. */
public final class PkttypeMatch {

  /** To whom its frame is addressed. */
  public static final OptionSpec<PacketType> PKT_TYPE =
      OptionSpec.of("--pkt-type", PacketType.TYPE).orNot().needed();

  private PkttypeMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("pkttype", PKT_TYPE));
  }
}
