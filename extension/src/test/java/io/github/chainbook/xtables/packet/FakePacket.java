package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A packet that a test makes up. It begins as one of which nothing is known but its family; the
 * methods that change it return it. What targets change of it is seen in a {@link FakePacketEdit}.
 */
public class FakePacket implements PacketView {

  public final Family family;
  private final FakeMachine machine = new FakeMachine();
  private final Map<Field, Long> known = new EnumMap<>(Field.class);
  private final Set<Field> unknown = EnumSet.noneOf(Field.class);
  private Hook hook = Hook.PREROUTING;
  private String in = "";
  private String out = "";
  public Address source;
  public Address destination;
  public int protocol;
  public int fragmentOffset;
  private boolean moreFragments;
  public ConnectionView connection;
  private int[] bytes;
  private int transport;
  public long mac = -2;
  private String type;
  private boolean damaged;

  FakePacket(Family family) {
    this.family = family;
    transport = family == Family.IPV4 ? 20 : 40;
    unknown.addAll(EnumSet.of(Field.MARK, Field.TTL, Field.TOS, Field.LENGTH));
  }

  /** A packet of this family. */
  public static FakePacket of(Family family) {
    return new FakePacket(family);
  }

  /** An IPv4 packet. */
  public static FakePacket ipv4() {
    return of(Family.IPV4);
  }

  /** An IPv6 packet. */
  public static FakePacket ipv6() {
    return of(Family.IPV6);
  }

  /** A TCP packet without known ports or flags. */
  public FakePacket tcp() {
    return protocol(6).unknown(Field.SOURCE_PORT, Field.DESTINATION_PORT, Field.TCP_FLAGS);
  }

  /** A UDP packet without known ports. */
  public FakePacket udp() {
    return protocol(17).unknown(Field.SOURCE_PORT, Field.DESTINATION_PORT);
  }

  /** Its protocol. */
  public FakePacket protocol(int number) {
    protocol = number;
    return this;
  }

  /** A field with a known number. */
  public FakePacket with(Field field, long number) {
    known.put(field, number);
    return this;
  }

  /** Both ports. */
  public FakePacket ports(int from, int to) {
    return with(Field.SOURCE_PORT, from).with(Field.DESTINATION_PORT, to);
  }

  /** Fields that are there, but not known. */
  public FakePacket unknown(Field... fields) {
    unknown.addAll(Arrays.asList(fields));
    return this;
  }

  /** Hides bytes, and fields that it has: those whose place in the enum is chosen. */
  public FakePacket hide(IntPredicate hiddenBytes, IntPredicate hiddenFields) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = hiddenBytes.test(i) ? -2 : bytes[i];
    }
    for (Field field : Field.values()) {
      if (isKnown(field) && hiddenFields.test(field.ordinal())) {
        forget(field);
      }
    }
    return this;
  }

  /** Takes fields away. */
  public FakePacket without(Field... fields) {
    unknown.removeAll(Arrays.asList(fields));
    known.keySet().removeAll(Arrays.asList(fields));
    return this;
  }

  /** Its addresses, either of which may be null. */
  public FakePacket addresses(Address from, Address to) {
    source = from;
    destination = to;
    return this;
  }

  /** Makes a later fragment of it, which begins there. */
  public FakePacket laterFragment(int offset) {
    fragmentOffset = offset;
    return without(
        Field.SOURCE_PORT,
        Field.DESTINATION_PORT,
        Field.TCP_FLAGS,
        Field.ICMP_TYPE,
        Field.ICMP_CODE);
  }

  /** Where it is, and its interfaces. */
  public FakePacket at(Hook newHook, String inInterface, String outInterface) {
    hook = newHook;
    in = inInterface;
    out = outInterface;
    return this;
  }

  /** Its connection. */
  public FakePacket connection(ConnectionView newConnection) {
    connection = newConnection;
    return this;
  }

  /** The Ethernet address it comes from, or -1 for none. */
  public FakePacket mac(long address) {
    mac = address;
    return this;
  }

  /** How its frame is addressed. */
  public FakePacket type(String word) {
    type = word;
    return this;
  }

  /** All its bytes, of which -2 are not known. */
  public FakePacket bytes(int transportAt, int... values) {
    transport = transportAt;
    bytes = values.clone();
    return this;
  }

  /** Whether a match dropped it. */
  public boolean isDamaged() {
    return damaged;
  }

  @Override
  public FakeMachine machine() {
    return machine;
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
    return moreFragments;
  }

  @Override
  public boolean has(Field field) {
    return isKnown(field) || unknown.contains(field);
  }

  @Override
  public boolean isKnown(Field field) {
    return known.containsKey(field);
  }

  @Override
  public long number(Field field) {
    return known.get(field);
  }

  @Override
  public Truth within(Field field, long low, long high) {
    return within(field, NumberSet.of(low, high));
  }

  @Override
  public Truth within(Field field, NumberSet set) {
    if (!has(field)) {
      return Truth.NO;
    }
    return isKnown(field) ? Truth.of(set.contains(number(field))) : Truth.UNKNOWN;
  }

  @Override
  public Truth hasSocket() {
    return Truth.NO;
  }

  @Override
  public Truth hasGroup(long low, long high) {
    return Truth.NO;
  }

  @Override
  public ConnectionView connection() {
    return connection;
  }

  @Override
  public ConntrackState state() {
    return connection == null ? ConntrackState.INVALID : ConntrackState.NEW;
  }

  @Override
  public boolean isReply() {
    return false;
  }

  @Override
  public BytesView bytes() {
    return new BytesView() {
      @Override
      public int length() {
        return bytes == null ? -1 : bytes.length;
      }

      @Override
      public int transport() {
        return transport;
      }

      @Override
      public int at(int offset) {
        return bytes == null ? -2 : offset < bytes.length ? bytes[offset] : -1;
      }
    };
  }

  @Override
  public long sourceMac() {
    return mac;
  }

  @Override
  public long destinationMac() {
    return -2;
  }

  @Override
  public Truth isPacketType(String word) {
    return type == null ? Truth.UNKNOWN : Truth.of(type.equals(word));
  }

  @Override
  public Truth unknownEachTime() {
    return Truth.UNKNOWN;
  }

  @Override
  public Truth chance(long steps) {
    return Truth.UNKNOWN;
  }

  @Override
  public void dropDamaged() {
    damaged = true;
  }

  @Override
  public void setMark(long mark) {
    with(Field.MARK, mark);
  }

  @Override
  public void forget(Field field) {
    known.remove(field);
    unknown.add(field);
  }
}
