package io.github.chainbook.netfilter;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.value.Address;
import java.util.Map;
import java.util.Optional;

/**
 * A packet to be traced, as somebody described it. A field that is not given is not known.
 *
 * @param path how it passes the machine
 * @param family IPv4 or IPv6
 * @param protocol the number of its protocol
 * @param source where it comes from; empty if not known
 * @param destination where it goes to
 * @param in the interface it comes in by; empty for what this machine sends
 * @param out the interface it leaves by, as far as its path says it; else empty
 * @param numbers the fields that are given
 * @param state what connection tracking knows of it beforehand
 * @param connectionMark the mark of its connection, where the state says that there is one
 * @param inner the packet that an ICMP error is about; of a reply, the first packet of its
 *     connection, where that went through these rules
 * @param content what stands behind its headers, and rarer things
 */
public record Packet(
    Path path,
    Family family,
    int protocol,
    Optional<Address> source,
    Address destination,
    String in,
    String out,
    Map<Field, Long> numbers,
    State state,
    long connectionMark,
    Optional<Packet> inner,
    Content content) {

  /** How a packet passes the machine. */
  public enum Path {
    /** It comes in and is for this machine. */
    INBOUND,
    /** This machine sends it. */
    OUTBOUND,
    /** It comes in and leaves. */
    FORWARD
  }

  /** What connection tracking knows of a packet before it comes. */
  public enum State {
    /** Nothing. */
    NEW,
    /** A connection without translation, of whose original direction it is. */
    ESTABLISHED,
    /**
     * A connection of whose reply direction it is: one without translation, unless the packet says
     * which was the connection's first.
     */
    REPLY,
    /** A connection whose first packet went through these rules just before it. */
    ESTABLISHED_NAT,
    /**
     * It is an ICMP error about a packet of a connection; or, without such a packet, the first of a
     * connection that a helper announced, as of FTP's data.
     */
    RELATED,
    /** It is taken out of connection tracking. */
    UNTRACKED,
    /** Its checksum is wrong. */
    INVALID
  }

  public Packet {
    numbers = FieldMap.of(numbers);
  }

  /** The same in another state. */
  public Packet in(State other) {
    return new Packet(
        path,
        family,
        protocol,
        source,
        destination,
        in,
        out,
        numbers,
        other,
        connectionMark,
        inner,
        content);
  }

  /** The same with this field. */
  public Packet with(Field field, long value) {
    Map<Field, Long> changed = FieldMap.of(numbers).with(field, value);
    return new Packet(
        path,
        family,
        protocol,
        source,
        destination,
        in,
        out,
        changed,
        state,
        connectionMark,
        inner,
        content);
  }

  /** Whether its protocol has ports. */
  public boolean hasPorts() {
    return Protocols.hasPorts(protocol);
  }

  /** The TCP flags of a packet for which none are given: SYN opens a connection, ACK goes on. */
  public int usualFlags() {
    return state == State.NEW || state == State.RELATED ? 0x02 : 0x10;
  }

  /** A bit for each field that is given, by its place among the fields. */
  public int given() {
    return FieldMap.of(numbers).known();
  }

  /** The numbers by their fields' places; 0 where none is given. The caller may change them. */
  public long[] values() {
    return FieldMap.of(numbers).copy();
  }
}
