package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.ValueType;

/** The two bits of explicit congestion notification in the IP header; RFC 3168, section 5. */
public enum EcnCodepoint {
  /** 0: the sender does not know it. */
  NOT_ECT,
  /** 1: the sender knows it. */
  ECT_1,
  /** 2: the sender knows it. */
  ECT_0,
  /** 3: there is congestion on the way. */
  CE;

  /** A code point by number. */
  public static final ValueType<EcnCodepoint> TYPE = EnumWords.numbered(EcnCodepoint.class);
}
