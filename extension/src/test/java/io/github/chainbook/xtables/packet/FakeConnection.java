package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackStatus;
import java.util.EnumSet;
import java.util.Set;

/** A TCP connection that a test makes up; addresses that are not set are not known. */
public final class FakeConnection implements ConnectionView {

  public Address source;
  public long mark;
  public boolean expected;
  public boolean translated;
  public final Set<ConntrackStatus> statuses = EnumSet.noneOf(ConntrackStatus.class);

  /** A connection with this mark; below 0 it is not known. */
  public static FakeConnection ofMark(long mark) {
    FakeConnection connection = new FakeConnection();
    connection.mark = mark;
    return connection;
  }

  @Override
  public int protocol() {
    return 6;
  }

  @Override
  public Address originalSource() {
    return source;
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
    return source;
  }

  @Override
  public int originalSourcePort() {
    return 40000;
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
    return 40000;
  }

  @Override
  public boolean isSourceTranslated() {
    return translated;
  }

  @Override
  public boolean isDestinationTranslated() {
    return false;
  }

  @Override
  public Truth has(ConntrackStatus status) {
    return Truth.of(statuses.contains(status));
  }

  @Override
  public long mark() {
    return mark;
  }

  @Override
  public boolean isExpected() {
    return expected;
  }
}
