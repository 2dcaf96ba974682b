package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.TraceStep.Change;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.Mark;
import java.util.ArrayList;
import java.util.List;

/** Lets targets act, and writes down what they change. */
final class ActionWatch {

  private final Skb skb;
  private final Record record;

  ActionWatch(Skb skb, Record record) {
    this.skb = skb;
    this.record = record;
  }

  Fate act(CompiledRule rule) {
    record.freeze();
    Connection connection = skb.connection;
    Address from = connection == null ? skb.source : connection.newSource;
    Address to = connection == null ? skb.destination : connection.newDestination;
    int fromPort = connection == null ? 0 : connection.newSourcePort;
    int toPort = connection == null ? 0 : connection.newDestinationPort;
    KnownBits mark = skb.fields.mark();
    KnownBits connectionMark = connection == null ? KnownBits.NONE : connection.markBits();
    ConntrackState state = skb.state;
    long tos = skb.fields.orUnknown(Field.TOS);
    long ttl = skb.fields.orUnknown(Field.TTL);
    Fate fate = rule.action.apply(skb);
    List<Change> changes = change(null, "mark", mark, skb.fields.mark());
    changes = change(changes, Field.TOS, tos);
    changes = change(changes, Field.TTL, ttl);
    if (connection != null) {
      if (from != connection.newSource || fromPort != connection.newSourcePort) {
        changes =
            add(
                changes,
                ends("source", from, fromPort, connection.newSource, connection.newSourcePort));
      }
      if (to != connection.newDestination || toPort != connection.newDestinationPort) {
        changes =
            add(
                changes,
                ends(
                    "destination",
                    to,
                    toPort,
                    connection.newDestination,
                    connection.newDestinationPort));
      }
      changes = change(changes, "connection mark", connectionMark, connection.markBits());
    }
    if (state != skb.state) {
      changes = add(changes, new Change("state", state, skb.state));
    }
    if (changes != null) {
      record.changed(changes);
    }
    return fate;
  }

  private Change ends(String what, Address from, int fromPort, Address to, int toPort) {
    boolean ports = skb.packet.hasPorts();
    return new Change(
        what,
        new Endpoint(from, ports ? fromPort : Header.NO_PORT),
        new Endpoint(to, ports ? toPort : Header.NO_PORT));
  }

  private static List<Change> add(List<Change> changes, Change change) {
    List<Change> all = changes == null ? new ArrayList<>(2) : changes;
    all.add(change);
    return all;
  }

  private static List<Change> change(
      List<Change> changes, String what, KnownBits from, KnownBits to) {
    return from.equals(to) ? changes : add(changes, new Change(what, from, to));
  }

  private List<Change> change(List<Change> changes, Field field, long before) {
    long now = skb.fields.orUnknown(field);
    if (now == before) {
      return changes;
    }
    String name = field.name().toLowerCase(java.util.Locale.ROOT);
    return add(changes, new Change(name, shown(field, before), shown(field, now)));
  }

  private static Object shown(Field field, long value) {
    return value < 0 ? "unknown" : field == Field.TTL ? value : new Bits(value);
  }

  /** A number that is shown as bits. */
  private record Bits(long value) {
    @Override
    public String toString() {
      return Mark.hex((int) value);
    }
  }
}
