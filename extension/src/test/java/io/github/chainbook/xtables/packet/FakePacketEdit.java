package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;
import io.github.chainbook.xtables.value.ConntrackState;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A packet that a test makes up: what is not set is not known. */
public final class FakePacketEdit implements PacketEdit, MachineView {

  public Family family = Family.IPV4;
  public Hook hook = Hook.PREROUTING;
  public String in = "eth0";
  public String out = "";
  public Address source;
  public Address destination;
  public int protocol = 6;
  public int fragmentOffset;
  public final Map<Field, Long> numbers = new EnumMap<>(Field.class);
  public final Set<Field> missing = EnumSet.noneOf(Field.class);
  public Truth socket = Truth.UNKNOWN;
  public Truth group = Truth.UNKNOWN;
  public ConnectionView connection;
  public ConntrackState state = ConntrackState.INVALID;
  public boolean reply;
  public long mac = -2;

  /** What it answers to a statement that nothing decides. */
  public boolean supposed;

  public boolean complete;
  public Truth listens = Truth.UNKNOWN;
  public Truth badChecksum = Truth.NO;
  public String answer = "";
  public boolean untracked;
  public int zone = -1;
  public int eachTime;
  public NatRequest request;

  /** A packet with these addresses. */
  public static FakePacketEdit of(String source, String destination) {
    FakePacketEdit packet = new FakePacketEdit();
    packet.family = source.contains(":") ? Family.IPV6 : Family.IPV4;
    packet.source = Address.find(source, packet.family).orElseThrow();
    packet.destination = Address.find(destination, packet.family).orElseThrow();
    return packet;
  }

  /** The same with this number. */
  public FakePacketEdit with(Field field, long number) {
    numbers.put(field, number);
    return this;
  }

  /** The same of this protocol with these ports. */
  public FakePacketEdit ports(int number, int from, int to) {
    protocol = number;
    return with(Field.SOURCE_PORT, from).with(Field.DESTINATION_PORT, to);
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
  public int protocol() {
    return protocol;
  }

  @Override
  public int fragmentOffset() {
    return fragmentOffset;
  }

  @Override
  public boolean moreFragments() {
    return false;
  }

  @Override
  public boolean has(Field field) {
    return !missing.contains(field);
  }

  @Override
  public boolean isKnown(Field field) {
    return numbers.containsKey(field);
  }

  @Override
  public long number(Field field) {
    return numbers.getOrDefault(field, 0L);
  }

  @Override
  public Truth within(Field field, long low, long high) {
    return within(field, NumberSet.of(low, high));
  }

  @Override
  public Truth within(Field field, NumberSet set) {
    if (missing.contains(field)) {
      return Truth.NO;
    }
    return isKnown(field) ? Truth.of(set.contains(number(field))) : Truth.UNKNOWN;
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
  public BytesView bytes() {
    return null;
  }

  @Override
  public long sourceMac() {
    return mac;
  }

  @Override
  public Truth isPacketType(String type) {
    return Truth.UNKNOWN;
  }

  @Override
  public MachineView machine() {
    return this;
  }

  @Override
  public Truth unknownEachTime() {
    eachTime++;
    return Truth.UNKNOWN;
  }

  @Override
  public Truth chance(long steps) {
    return Truth.UNKNOWN;
  }

  @Override
  public void dropDamaged() {
    throw new IllegalStateException("damaged");
  }

  @Override
  public void setMark(long mark) {
    set(Field.MARK, mark);
  }

  @Override
  public void forget(Field field) {
    numbers.remove(field);
  }

  @Override
  public Truth hasBadChecksum() {
    return badChecksum;
  }

  @Override
  public void set(Field field, long value) {
    numbers.put(field, value);
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
  public void setConnectionMark(long mark) {
    ((FakeEntry) connection).mark = mark;
  }

  @Override
  public void untrack() {
    untracked = true;
  }

  @Override
  public void setZone(int number) {
    zone = number;
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

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public boolean isNft() {
    return false;
  }

  @Override
  public Truth isOfType(Address address, AddressType type, String onInterface) {
    return Truth.UNKNOWN;
  }

  @Override
  public List<Address> addressesOf(String name) {
    return List.of();
  }

  @Override
  public Truth listens(
      int number, Address address, int port, boolean transparent, boolean wildcard) {
    return listens;
  }

  @Override
  public Optional<SetView> set(String name) {
    return Optional.empty();
  }
}
