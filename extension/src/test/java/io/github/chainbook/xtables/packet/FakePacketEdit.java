package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.DirectedZone;

/** A TCP packet that a test makes up and that targets change: what is not set is not known. */
public final class FakePacketEdit extends FakePacket implements PacketEdit {

  public Truth socket = Truth.UNKNOWN;
  public Truth group = Truth.UNKNOWN;
  public ConntrackState state = ConntrackState.INVALID;

  /** What it answers to a statement that nothing decides. */
  public boolean supposed;

  public Truth badChecksum = Truth.NO;
  public String answer = "";
  public boolean untracked;
  public DirectedZone zone = DirectedZone.NONE;
  public int eachTime;
  public NatRequest request;

  private FakePacketEdit(Family family) {
    super(family);
    protocol(6).unknown(Field.values()).at(Hook.PREROUTING, "eth0", "");
  }

  /** A packet with these addresses. */
  public static FakePacketEdit of(String source, String destination) {
    Family family = source.contains(":") ? Family.IPV6 : Family.IPV4;
    FakePacketEdit packet = new FakePacketEdit(family);
    packet.source = Address.find(source, family).orElseThrow();
    packet.destination = Address.find(destination, family).orElseThrow();
    return packet;
  }

  @Override
  public FakePacketEdit with(Field field, long number) {
    super.with(field, number);
    return this;
  }

  /** The same of this protocol with these ports. */
  public FakePacketEdit ports(int number, int from, int to) {
    protocol(number).ports(from, to);
    return this;
  }

  // As of a real packet on its way: TOS with a whole mask asks, and then needs no answer.
  @Override
  public long number(Field field) {
    return isKnown(field) ? super.number(field) : 0;
  }

  @Override
  public Truth hasSocket() {
    return socket;
  }

  @Override
  public Truth hasGroup(long low, long high) {
    return group;
  }

  @Override
  public ConntrackState state() {
    return state;
  }

  @Override
  public Truth unknownEachTime() {
    eachTime++;
    return Truth.UNKNOWN;
  }

  @Override
  public void dropDamaged() {
    throw new IllegalStateException("damaged");
  }

  @Override
  public Truth hasBadChecksum() {
    return badChecksum;
  }

  @Override
  public void set(Field field, long value) {
    with(field, value);
  }

  @Override
  public void setSource(Address address) {
    source = address;
  }

  @Override
  public void setDestination(Address address) {
    destination = address;
  }

  @Override
  public void setConnectionMark(KnownBits mark) {
    ((FakeConnection) connection).mark = mark.number();
  }

  @Override
  public void untrack() {
    untracked = true;
  }

  @Override
  public void setZone(DirectedZone wanted) {
    zone = wanted;
  }

  @Override
  public boolean suppose(String statement) {
    return supposed;
  }

  @Override
  public void answer(String text) {
    answer = text;
  }

  @Override
  public Fate translate(NatRequest asked) {
    request = asked;
    return Fate.ACCEPT;
  }
}
