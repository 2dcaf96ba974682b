package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Header;
import io.github.chainbook.xtables.value.NatPorts;
import java.util.Optional;

/**
 * Which port a translated connection gets, where no other connection is in the way:
 * nf_nat_l4proto_unique_tuple of net/netfilter/nf_nat_core.c.
 */
final class PortChoice {

  private final Connection connection;
  private final boolean destination;
  private final boolean icmp;

  PortChoice(Connection connection, boolean destination, boolean icmp) {
    this.connection = connection;
    this.destination = destination;
    this.icmp = icmp;
  }

  /**
   * Chooses the port.
   *
   * @param key the old one; ICMP's identifier
   * @param ports those to choose from; none where the port stays if it can
   * @param random whether it is chosen at random
   */
  void choose(int key, Optional<NatPorts> ports, boolean random) {
    if (ports.isEmpty()) {
      // ICMP's identifier is the same both ways, so that it changes for either side.
      if (random && (!destination || icmp)) {
        freePort(key);
      }
      return;
    }
    int low = ports.get().range().low();
    int high = ports.get().range().high();
    int size = high - low + 1;
    boolean based = ports.get().base().isPresent();
    if (!random && !based && key != Header.NOT_KNOWN && key >= low && key <= high) {
      return;
    }
    if (size == 1) {
      put(low);
    } else if (based && key != Header.NOT_KNOWN) {
      int offset = (key - ports.get().base().getAsInt()) & 0xFFFF;
      put(low + offset % size);
    } else if (destination && !random && key != Header.NOT_KNOWN) {
      put(low);
    } else {
      putAny(low, high);
    }
  }

  // Where no range is given, a new port is one of the old one's class.
  private void freePort(int key) {
    if (icmp) {
      putAny(0, 0xFFFF);
    } else if (key == Header.NOT_KNOWN) {
      putAny(1, 0xFFFF);
    } else if (key < 512) {
      putAny(1, 511);
    } else if (key < 1024) {
      putAny(600, 1023);
    } else {
      putAny(1024, 0xFFFF);
    }
  }

  private void put(int port) {
    // ICMP's identifier is the same both ways.
    if (destination && !icmp) {
      connection.newDestinationPort = port;
    } else {
      connection.newSourcePort = port;
    }
  }

  private void putAny(int low, int high) {
    put(Header.NOT_KNOWN);
    connection.lowestPort = low;
    connection.highestPort = high;
  }
}
