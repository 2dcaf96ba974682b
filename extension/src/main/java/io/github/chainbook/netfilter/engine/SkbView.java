package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Packet;
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
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.Mark;
import java.util.function.Function;

/** A packet on its way, as matches see it. */
abstract class SkbView extends SkbState implements PacketView {

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
    return Sockets.hasTaker(this, wildcard);
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
    return Sockets.hasSender(this);
  }

  @Override
  public boolean hasFoundSocket() {
    return Sockets.hasFound(this);
  }

  @Override
  public boolean isFoundSocketTransparent() {
    return Sockets.isFoundTransparent(this);
  }

  @Override
  public Truth hasGroup(long low, long high) {
    return Sockets.hasGroup(packet.content(), low, high);
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
    return Link.source(this);
  }

  @Override
  public long destinationMac() {
    return Link.destination(this);
  }

  @Override
  public Truth isPacketType(String type) {
    return Link.isOfType(this, type);
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
    return PacketBytes.hasBadChecksum(this);
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
