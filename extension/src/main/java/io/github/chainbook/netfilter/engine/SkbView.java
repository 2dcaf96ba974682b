package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Content;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.packet.MachineView;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.Mark;
import java.util.function.Function;

/** A packet on its way, as matches see it. */
abstract class SkbView extends SkbState implements PacketView {

  /** A hardware address that no rule names: its link has one, but which is not said. */
  private static final long SOME_MAC = 1L << 48;

  final Asking asking;
  final ChangedSets changedSets;
  private MachineView seen;

  SkbView(Packet packet, Machine machine, ChangedSets changedSets, Decisions decisions) {
    super(packet, machine);
    this.changedSets = changedSets;
    this.asking = new Asking(fields, decisions);
  }

  @Override
  public Family family() {
    return family;
  }

  @Override
  public Hook hook() {
    return hook;
  }

  @Override
  public String inInterface() {
    return in;
  }

  @Override
  public String outInterface() {
    return out;
  }

  @Override
  public Address source() {
    return source;
  }

  @Override
  public Address destination() {
    return destination;
  }

  @Override
  public boolean has(Field field) {
    return fields.has(field);
  }

  @Override
  public boolean isKnown(Field field) {
    return asking.isKnown(field);
  }

  @Override
  public long number(Field field) {
    return fields.get(field);
  }

  @Override
  public Truth within(Field field, long low, long high) {
    return asking.within(field, low, high);
  }

  @Override
  public Truth within(Field field, NumberSet set) {
    return asking.within(field, set);
  }

  @Override
  public Truth hasTaker(boolean wildcard) {
    if (taker == null || wildcard) {
      return taker == null ? null : Truth.YES;
    }
    return taker.address() == null || taker.port() < 0
        ? Truth.UNKNOWN
        : machine().listens(protocol(), taker.address(), taker.port(), true, false);
  }

  @Override
  public NumberSet segmentSizes() {
    return segmentSizes;
  }

  @Override
  public KnownBits mark() {
    asking.isKnown(Field.MARK);
    return fields.mark();
  }

  @Override
  Function<Mark, Truth> marked() {
    return asking::decideMark;
  }

  @Override
  public Truth hasMark(Mark wanted) {
    return asking.hasMark(wanted);
  }

  @Override
  public Truth hasSocket() {
    boolean sent = packet.path() == Packet.Path.OUTBOUND && !looped && !isCopy;
    return Truth.of(sent && packet.content().sender() != Content.Sender.NO_SOCKET);
  }

  @Override
  public boolean hasFoundSocket() {
    Header now = header();
    return opened != null && now.from().equals(opened.from()) && now.to().equals(opened.to())
        || awaited != null && now.from().equals(awaited.to()) && isAtAwaited(now);
  }

  // What a translation has made of the source is undone for the look-up: nf_sk_lookup_slow_v4.
  private boolean isAtAwaited(Header now) {
    Address to = connection != null && reply ? connection.originalSource() : now.destination();
    return to != null && to.equals(awaited.source());
  }

  // Only such a socket may have an address that is not its machine's.
  @Override
  public boolean isFoundSocketTransparent() {
    return awaited == null
        || machine().isOfType(awaited.source(), AddressType.LOCAL, "") != Truth.YES;
  }

  @Override
  public Truth hasGroup(long low, long high) {
    Content content = packet.content();
    if (content.sender() == Content.Sender.KERNEL) {
      return Truth.NO;
    }
    return content
        .groups()
        .map(all -> Truth.of(all.stream().anyMatch(g -> g >= low && g <= high)))
        .orElse(Truth.UNKNOWN);
  }

  @Override
  public ConnectionView connection() {
    return connection;
  }

  @Override
  public ConntrackState state() {
    return state;
  }

  @Override
  public boolean isReply() {
    return reply;
  }

  @Override
  public long sourceMac() {
    boolean arrived = packet.path() != Packet.Path.OUTBOUND;
    if (!arrived || in.equals("lo") || packet.in().equals("lo")) {
      return -1;
    }
    Content content = packet.content();
    return content.mac().orElse(machine.environment().complete() ? SOME_MAC : -2);
  }

  @Override
  public Truth isPacketType(String type) {
    boolean sent = packet.path() == Packet.Path.OUTBOUND;
    return packet
        .content()
        .packetType()
        .map(given -> Truth.of(given.equals(type)))
        .orElse(
            sent || machine.environment().complete()
                ? Truth.of(type.equals("unicast"))
                : Truth.UNKNOWN);
  }

  @Override
  public MachineView machine() {
    if (seen == null) {
      seen = machine.seenBy(hint(), changedSets);
    }
    return seen;
  }

  @Override
  public Truth unknownEachTime() {
    return asking.unknownEachTime();
  }

  @Override
  public Truth unknownOrDropped() {
    return asking.unknownOrDropped();
  }

  @Override
  public Truth chance(long steps) {
    return asking.chance(steps);
  }

  @Override
  public Truth hasBadChecksum() {
    boolean wrong = packet.state() == Packet.State.INVALID && Protocols.hasChecksum(protocol);
    return !wrong || machine.environment().complete() ? Truth.of(wrong) : Truth.UNKNOWN;
  }

  @Override
  public Truth hasLabel(int label) {
    if (connection == null || connection.template || connection.isLabelled(label)) {
      return Truth.of(connection != null && !connection.template);
    }
    boolean known = state == ConntrackState.NEW || machine.environment().complete();
    return known ? Truth.NO : Truth.UNKNOWN;
  }
}
