package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.ValueType;
import java.util.EnumSet;
import java.util.Set;

/**
 * What programs may be told of a connection, in the order in which iptables-save prints it;
 * iptables-extensions(8), section CT.
 */
public enum ConntrackEvent {
  /** It began. */
  NEW,
  /** It began as the companion of another one. */
  RELATED,
  /** It ended. */
  DESTROY,
  /** It was answered. */
  REPLY,
  /** It is not dropped early any more. */
  ASSURED,
  /** Its protocol's state changed, such as that of TCP. */
  PROTOINFO,
  /** A helper was set. */
  HELPER,
  /** Its mark changed. */
  MARK,
  /** Translation changed the payload's length, and TCP's sequence numbers with it. */
  NATSEQINFO,
  /** Its security mark changed. */
  SECMARK;

  /** Events of a connection, with commas. */
  public static final ValueType<Set<ConntrackEvent>> OF_CONNECTIONS =
      EnumWords.list(EnumSet.allOf(ConntrackEvent.class));

  /** Events of an announced connection, with commas. */
  public static final ValueType<Set<ConntrackEvent>> OF_EXPECTATIONS =
      EnumWords.list(EnumSet.of(NEW));

  @Override
  public String toString() {
    return EnumWords.lowerCase(this);
  }
}
