package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.ValueType;
import java.util.EnumSet;
import java.util.Set;

/**
 * What has happened to a connection so far, in the order in which iptables-save prints it;
 * iptables-extensions(8), section conntrack.
 */
public enum ConntrackStatus {
  /** Another connection announced it. */
  EXPECTED,
  /** Packets were seen in both directions. */
  SEEN_REPLY,
  /** It is not dropped early when the table is full. */
  ASSURED,
  /** Its first packet has left the machine. */
  CONFIRMED;

  /** Words with commas; {@code NONE} stands for no status at all. */
  public static final ValueType<Set<ConntrackStatus>> TYPE =
      EnumWords.shortList(EnumSet.allOf(ConntrackStatus.class), "NONE");
}
