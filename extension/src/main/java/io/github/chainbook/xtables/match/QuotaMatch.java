package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.Numbers;
import java.util.List;

/** {@code -m quota}: until bytes are used up; iptables-extensions(8), section quota. */
public final class QuotaMatch {

  /** How many bytes match in all, of 64 bits without sign; with {@code !}, what comes after. */
  public static final OptionSpec<Long> QUOTA =
      OptionSpec.of("--quota", Numbers.between(0, Numbers.MAX_64)).orNot().needed();

  private QuotaMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("quota", QUOTA));
  }
}
