package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Header;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackStatus;
import io.github.chainbook.xtables.value.DirectedZone;
import java.util.BitSet;

/**
 * A connection: the two ends as its first packet named them, and as they are after translation.
 * Ports are those of the protocol; ICMP has its identifier as source port, type and code as
 * destination port, as struct nf_conntrack_tuple has.
 */
final class Connection implements ConnectionView {

  private final int protocol;
  private final Address source;
  private final Address destination;
  private final int sourcePort;
  private final int destinationPort;

  /** What the first packet's ends are after translation. */
  Address newSource;

  Address newDestination;
  int newSourcePort;
  int newDestinationPort;

  /** Where the new source port is not known: the lowest and highest that it may be. */
  int lowestPort;

  int highestPort;

  /** Below 0 where it is not known. */
  long mark;

  /** What is known of a mark that is not known as a whole. */
  KnownBits openMark = KnownBits.NONE;

  /** How long the packet that opens it was when it was looked up. */
  int firstLength = -1;

  private BitSet labels;
  DirectedZone zone = DirectedZone.NONE;
  boolean sourceDone;
  boolean destinationDone;

  /** Whether the translation of the source really changed the connection, be it in any part. */
  boolean sourceChanged;

  boolean destinationChanged;
  boolean confirmed;

  /** Whether a helper has announced it. */
  boolean expected;

  boolean replied;

  /** Whether it was answered, and the answer too. */
  private boolean assured;

  /** Whether it is no connection, but says how the packet's is to be looked up (target CT). */
  boolean template;

  /** Whether it is redirected to this machine, though to which of its addresses is not known. */
  boolean redirected;

  Connection(
      int protocol, Address source, int sourcePort, Address destination, int destinationPort) {
    this.protocol = protocol;
    this.source = source;
    this.destination = destination;
    this.sourcePort = sourcePort;
    this.destinationPort = destinationPort;
    this.newSource = source;
    this.newDestination = destination;
    this.newSourcePort = sourcePort;
    this.newDestinationPort = destinationPort;
  }

  /** What target CT puts in a connection's place until it is looked up. */
  static Connection template(Family family) {
    Address nothing = Address.zero(family);
    Connection template = new Connection(0, nothing, 0, nothing, 0);
    template.template = true;
    template.confirmed = true;
    return template;
  }

  /** An entry that was answered, as if it had been there for long. */
  Connection established() {
    answered();
    assured = true;
    return this;
  }

  /** An entry to which the first answer comes. */
  Connection answered() {
    confirmed = true;
    replied = true;
    sourceDone = true;
    destinationDone = true;
    return this;
  }

  @Override
  public int protocol() {
    return protocol;
  }

  @Override
  public Address originalSource() {
    return source;
  }

  @Override
  public Address originalDestination() {
    return destination;
  }

  @Override
  public Address replySource() {
    return newDestination;
  }

  @Override
  public Address replyDestination() {
    return newSource;
  }

  @Override
  public int originalSourcePort() {
    return known(sourcePort);
  }

  @Override
  public int originalDestinationPort() {
    return known(destinationPort);
  }

  // Replies to ICMP queries have the same identifier and the type of the answer.
  @Override
  public int replySourcePort() {
    return known(IcmpReplies.isIcmp(protocol) ? newSourcePort : newDestinationPort);
  }

  @Override
  public int replyDestinationPort() {
    return known(
        IcmpReplies.isIcmp(protocol)
            ? IcmpReplies.answerTo(protocol, newDestinationPort)
            : newSourcePort);
  }

  /** The source port of its first packet; {@link Header#NOT_KNOWN} where that is not known. */
  int firstSourcePort() {
    return sourcePort;
  }

  /** The destination port of its first packet; {@link Header#NOT_KNOWN} as above. */
  int firstDestinationPort() {
    return destinationPort;
  }

  private static int known(int port) {
    return port == Header.NOT_KNOWN ? -1 : Math.max(port, 0);
  }

  @Override
  public boolean isSourceTranslated() {
    return sourceChanged;
  }

  @Override
  public boolean isDestinationTranslated() {
    return destinationChanged;
  }

  /** Whether one of its ends was really changed. */
  boolean isTranslated() {
    return isSourceTranslated() || isDestinationTranslated();
  }

  @Override
  public Truth has(ConntrackStatus status) {
    return switch (status) {
      case CONFIRMED -> Truth.of(confirmed);
      case EXPECTED -> Truth.of(expected);
      case SEEN_REPLY -> Truth.of(replied);
      case ASSURED -> Truth.of(assured);
      default -> Truth.NO;
    };
  }

  @Override
  public long mark() {
    return mark;
  }

  @Override
  public KnownBits markBits() {
    return mark < 0 ? openMark : KnownBits.of(mark);
  }

  @Override
  public int firstLength() {
    return firstLength;
  }

  /** Whether it bears the label. */
  boolean isLabelled(int label) {
    return labels != null && labels.get(label);
  }

  void label(int label) {
    if (labels == null) {
      labels = new BitSet();
    }
    labels.set(label);
  }

  @Override
  public boolean isExpected() {
    return expected;
  }
}
