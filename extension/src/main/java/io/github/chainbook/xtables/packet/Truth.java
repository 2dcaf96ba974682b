package io.github.chainbook.xtables.packet;

/** Whether something holds, where it may be that nobody can tell. */
public enum Truth {
  NO,
  YES,
  /** What is given does not decide it. */
  UNKNOWN;

  /** YES or NO. */
  public static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  /** The opposite; what is unknown stays so. */
  public Truth not() {
    return this == UNKNOWN ? UNKNOWN : of(this == NO);
  }

  /** The opposite if asked for: what {@code !} before an option does. */
  public Truth not(boolean negated) {
    return negated ? not() : this;
  }

  /** Whether both hold; NO decides. */
  public Truth and(Truth other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES ? other : UNKNOWN;
  }

  /** Whether one of them holds; YES decides. */
  public Truth or(Truth other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == NO ? other : UNKNOWN;
  }
}
