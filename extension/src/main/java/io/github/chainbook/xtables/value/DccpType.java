package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.ValueType;
import java.util.Set;

/** Types of DCCP packets in the order of their numbers; RFC 4340, section 5.1. */
public enum DccpType {
  REQUEST,
  RESPONSE,
  DATA,
  ACK,
  DATAACK,
  CLOSEREQ,
  CLOSE,
  RESET,
  SYNC,
  SYNCACK,
  /** All numbers from 10 to 15. */
  INVALID;

  /** A list with commas, which may be empty, in letters of any case. */
  public static final ValueType<Set<DccpType>> SET =
      EnumWords.tokens(DccpType.class, ",", Letters::same);
}
