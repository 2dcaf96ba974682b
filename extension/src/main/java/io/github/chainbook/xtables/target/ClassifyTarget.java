package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.TrafficClass;
import java.util.List;

/**
 * {@code -j CLASSIFY}: puts a packet into a class of traffic control; iptables-extensions(8),
 * section CLASSIFY, and the kernel's {@code net/netfilter/xt_CLASSIFY.c}.
 */
public final class ClassifyTarget {

  /** The class. */
  public static final OptionSpec<TrafficClass> SET_CLASS =
      OptionSpec.of("--set-class", TrafficClass.TYPE).needed();

  private ClassifyTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("CLASSIFY", SET_CLASS).atHooks("FORWARD", "OUTPUT", "POSTROUTING"));
  }
}
