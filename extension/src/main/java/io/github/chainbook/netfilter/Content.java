package io.github.chainbook.netfilter;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What of a packet few rules look at.
 *
 * @param payload what stands behind its headers; empty if not known
 * @param groups the supplementary groups of who opened the socket; empty if not known
 * @param mac the hardware address it comes from, six bytes as a number; empty if not known
 * @param packetType how it was addressed on its link; empty if not known
 * @param mss the TCP option of that name, if it has it
 * @param icmpId the identifier of an ICMP query; empty if not known
 * @param fragmentOffset where in the whole packet this fragment begins, in bytes
 * @param dontFragment whether its header says so
 * @param headersKnown whether its headers have nothing but what is given
 * @param sender whose socket sends it, if this machine does
 * @param bound whether the socket that sends it has an address when its route is looked for, as
 *     that of a connection has
 */
public record Content(
    Optional<byte[]> payload,
    Optional<List<Long>> groups,
    OptionalLong mac,
    Optional<String> packetType,
    OptionalInt mss,
    OptionalInt icmpId,
    int fragmentOffset,
    boolean dontFragment,
    boolean headersKnown,
    Sender sender,
    boolean bound) {

  /** Who sends a packet of this machine. */
  public enum Sender {
    /** A program: who opened its socket owns the packet. */
    PROGRAM,
    /** The kernel, by a socket of its own that nobody opened: an RST, an ICMP error. */
    KERNEL,
    /** No socket: its connection is closed already, or not accepted yet. */
    NO_SOCKET
  }

  /** Nothing is known. */
  public static final Content UNKNOWN =
      new Content(
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          0,
          true,
          false);

  /** A content of what a program's socket without an address sends, if this machine does. */
  public Content(
      Optional<byte[]> payload,
      Optional<List<Long>> groups,
      OptionalLong mac,
      Optional<String> packetType,
      OptionalInt mss,
      OptionalInt icmpId,
      int fragmentOffset,
      boolean dontFragment,
      boolean headersKnown) {
    this(
        payload,
        groups,
        mac,
        packetType,
        mss,
        icmpId,
        fragmentOffset,
        dontFragment,
        headersKnown,
        Sender.PROGRAM,
        false);
  }

  /** The same, with this TCP option of the largest segment. */
  public Content naming(OptionalInt size) {
    return new Content(
        payload,
        groups,
        mac,
        packetType,
        size,
        icmpId,
        fragmentOffset,
        dontFragment,
        headersKnown,
        sender,
        bound);
  }

  /** The same, sent by another. */
  public Content sentBy(Sender who) {
    return new Content(
        payload,
        groups,
        mac,
        packetType,
        mss,
        icmpId,
        fragmentOffset,
        dontFragment,
        headersKnown,
        who,
        bound);
  }
}
