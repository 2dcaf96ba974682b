package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.EnumWords;
import java.util.List;

/**
 * {@code -j AUDIT}: writes a record for the audit daemon; iptables-extensions(8), section AUDIT.
 * The packet goes on to the next rule.
 */
public final class AuditTarget {

  /** What the record says that becomes of the packet. */
  public enum Verdict {
    ACCEPT,
    DROP,
    REJECT;

    @Override
    public String toString() {
      return EnumWords.lowerCase(this);
    }
  }

  /** What the record says that becomes of the packet; it does not bring it about. */
  public static final OptionSpec<Verdict> TYPE =
      OptionSpec.of("--type", EnumWords.anyCase(Verdict.class)).needed();

  private AuditTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.target("AUDIT", TYPE));
  }
}
