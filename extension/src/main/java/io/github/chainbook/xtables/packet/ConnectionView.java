package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackStatus;

/** A connection, as connection tracking knows it. */
public interface ConnectionView {

  /** The number of its protocol. */
  int protocol();

  /** Where the first packet came from, before any translation; null where not known. */
  Address originalSource();

  /** Where the first packet went. */
  Address originalDestination();

  /** Where replies come from. */
  Address replySource();

  /** Where replies go. */
  Address replyDestination();

  /** The first packet's source port; -1 where not known; 0 where the protocol has none. */
  int originalSourcePort();

  /** The first packet's destination port; ICMP has its type and code there. */
  int originalDestinationPort();

  /** The source port of replies. */
  int replySourcePort();

  /** The destination port of replies. */
  int replyDestinationPort();

  /** Whether its source was really changed. */
  boolean isSourceTranslated();

  /** Whether its destination was really changed. */
  boolean isDestinationTranslated();

  /** Whether it has this status. */
  Truth has(ConntrackStatus status);

  /** Its mark, 32 bits without sign; -1 where it is not known. */
  long mark();

  /** What is known of its mark. */
  default KnownBits markBits() {
    return KnownBits.of(mark());
  }

  /** How long the packet was that opened it; -1 where that is not known or long ago. */
  default int firstLength() {
    return -1;
  }

  /** Whether another connection announced it. */
  boolean isExpected();
}
