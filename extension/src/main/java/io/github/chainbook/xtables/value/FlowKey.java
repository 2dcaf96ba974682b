package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.ValueType;
import java.util.Set;

/** What packets must have in common for hashlimit to count them together; in printing order. */
public enum FlowKey {
  SRCIP,
  SRCPORT,
  DSTIP,
  DSTPORT;

  /** A list with commas or bars, in any order; without any, all packets are counted together. */
  public static final ValueType<Set<FlowKey>> LIST =
      EnumWords.tokens(FlowKey.class, ",|", String::equals);

  /** As it is written, such as {@code srcip}. */
  @Override
  public String toString() {
    return EnumWords.lowerCase(this);
  }
}
