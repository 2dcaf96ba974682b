package io.github.chainbook.netfilter;

/** What becomes of a packet. */
public enum Verdict {
  /** It is delivered, or leaves. */
  ACCEPT,
  DROP,
  /** It is dropped, and its sender told. */
  REJECT,
  QUEUE,
  NFQUEUE,
  SYNPROXY,
  /** It is lost between two hooks: no route, an address that may not be there, TTL. */
  UNROUTED,
  /** It never comes to a hook. */
  NOT_SENT,
  /** What is given does not decide it. */
  UNDECIDED
}
