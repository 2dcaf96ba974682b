package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.NumberSet;

/**
 * Writes into a packet what its connection is translated to: nf_nat_packet of
 * net/netfilter/nf_nat_core.c and net/netfilter/nf_nat_proto.c.
 */
final class Rewriting {

  private static final int GRE = 47;

  /** So much of a header is there in any case. */
  private static final int GRE_HEADER = 8;

  private final Skb skb;

  Rewriting(Skb skb) {
    this.skb = skb;
  }

  private boolean changesDestination() {
    return skb.hook == Hook.PREROUTING || skb.hook == Hook.OUTPUT;
  }

  /**
   * Writes into the header what the translation says, for this hook's side of the packet.
   *
   * @return whether it could: the packet may be too short
   */
  boolean apply() {
    Connection connection = skb.connection;
    boolean source = changesDestination() == skb.reply;
    boolean touched =
        source ? connection.isSourceTranslated() : connection.isDestinationTranslated();
    if (touched && isCutShort()) {
      return false;
    }
    if (skb.reply) {
      undo(connection);
      return true;
    }
    // What is not translated stays, even where SNPT or DNPT has changed it: nf_nat_packet.
    if (changesDestination() && connection.isDestinationTranslated()) {
      skb.destination = connection.newDestination;
      put(Field.DESTINATION_PORT, connection.newDestinationPort);
    } else if (!changesDestination() && connection.isSourceTranslated()) {
      skb.source = connection.newSource;
      put(Field.SOURCE_PORT, connection.newSourcePort);
    }
    return true;
  }

  // gre_manip_pkt of net/netfilter/nf_nat_proto.c
  private boolean isCutShort() {
    BytesView bytes = skb.bytes();
    return skb.protocol == GRE
        && bytes.length() >= 0
        && bytes.length() < bytes.transport() + GRE_HEADER;
  }

  // The reply's destination was the source once, and its source the destination.
  private void undo(Connection connection) {
    if (changesDestination() && connection.isSourceTranslated()) {
      skb.destination = connection.originalSource();
      restore(Field.DESTINATION_PORT, connection.firstSourcePort(), connection.newSourcePort);
    } else if (!changesDestination() && connection.isDestinationTranslated()) {
      skb.source = connection.originalDestination();
      restore(Field.SOURCE_PORT, connection.firstDestinationPort(), connection.newDestinationPort);
    }
  }

  // A port that nobody knows is none of those that a rule chooses from.
  private void restore(Field field, int port, int translated) {
    if (port != Header.NOT_KNOWN) {
      put(field, port);
    } else if (translated != port || skb.connection.highestPort > 0) {
      skb.fields.forget(field);
    }
  }

  // Behind extension headers only bytes tell the port.
  private void putBytes(Field field, int port) {
    if (Protocols.hasPorts(skb.connection.protocol())) {
      int at = skb.trackedAt + (field == Field.SOURCE_PORT ? 0 : 2);
      skb.setByte(at, port < 0 ? Header.NOT_KNOWN : port >> 8);
      skb.setByte(at + 1, port < 0 ? Header.NOT_KNOWN : port & 0xFF);
    }
  }

  private void put(Field field, int port) {
    if (skb.trackedAt > 0) {
      putBytes(field, port);
      return;
    }
    if (!skb.packet.hasPorts() || !skb.fields.has(field)) {
      return;
    }
    if (port != Header.NOT_KNOWN) {
      skb.fields.set(field, port);
    } else if (skb.connection.highestPort > 0) {
      skb.fields.setOpen(
          field, NumberSet.of(skb.connection.lowestPort, skb.connection.highestPort));
    }
  }
}
