package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import java.util.List;

/**
 * {@code -j TRACE}: every rule that the packet meets is logged; iptables-extensions(8), section
 * TRACE. The packet goes on to the next rule.
 */
public final class TraceTarget {

  private TraceTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.target("TRACE").inTables("raw"));
  }
}
