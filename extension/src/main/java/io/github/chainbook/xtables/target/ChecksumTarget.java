package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import java.util.List;

/** {@code -j CHECKSUM}: completes checksums; iptables-extensions(8), section CHECKSUM. */
public final class ChecksumTarget {

  /** Computes the checksum of a packet that has none yet. */
  public static final OptionSpec<Flag> FILL = OptionSpec.flag("--checksum-fill").needed();

  private ChecksumTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.target("CHECKSUM", FILL).inTables("mangle"));
  }
}
