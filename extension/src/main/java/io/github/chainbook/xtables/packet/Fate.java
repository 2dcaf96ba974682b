package io.github.chainbook.xtables.packet;

/** What a target makes of a packet. */
public enum Fate {
  /** The next rule of the chain is asked. */
  CONTINUE,
  /** This table lets it pass. */
  ACCEPT,
  /** It is dropped. */
  DROP,
  /** It is dropped, and its sender is told unless that is not allowed. */
  REJECT,
  /** A program decides; legacy's QUEUE. */
  QUEUE,
  /** A program decides. */
  NFQUEUE,
  /** The kernel answers in place of the server. */
  SYNPROXY
}
