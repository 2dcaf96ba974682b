package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.Texts;
import java.util.List;

/**
 * {@code -m helper}: which helper announced the connection; iptables-extensions(8), section helper.
 */
public final class HelperMatch {

  /** The size of a helper's name less its terminating zero; linux/netfilter/xt_helper.h. */
  private static final int MAX_BYTES = 29;

  /** The helper's name, such as {@code ftp} or {@code ftp-2121}; empty for any helper. */
  public static final OptionSpec<String> HELPER =
      OptionSpec.of("--helper", Texts.cut(MAX_BYTES)).orNot().needed();

  private HelperMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("helper", HELPER));
  }
}
