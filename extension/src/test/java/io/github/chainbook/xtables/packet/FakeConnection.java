package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackStatus;

/**
 * A connection that a test makes up, of which only the mark is known.
 *
 * @param mark its mark
 */
public record FakeConnection(long mark) implements ConnectionView {

  /** A connection with this mark. */
  public static FakeConnection ofMark(long mark) {
    return new FakeConnection(mark);
  }

  @Override
  public int protocol() {
    return 6;
  }

  @Override
  public Address originalSource() {
    return null;
  }

  @Override
  public Address originalDestination() {
    return null;
  }

  @Override
  public Address replySource() {
    return null;
  }

  @Override
  public Address replyDestination() {
    return null;
  }

  @Override
  public int originalSourcePort() {
    return -1;
  }

  @Override
  public int originalDestinationPort() {
    return -1;
  }

  @Override
  public int replySourcePort() {
    return -1;
  }

  @Override
  public int replyDestinationPort() {
    return -1;
  }

  @Override
  public boolean isSourceTranslated() {
    return false;
  }

  @Override
  public boolean isDestinationTranslated() {
    return false;
  }

  @Override
  public Truth has(ConntrackStatus status) {
    return Truth.UNKNOWN;
  }

  @Override
  public boolean isExpected() {
    return false;
  }
}
