package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Content;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.netfilter.machine.Route;
import io.github.chainbook.netfilter.machine.RouteQuery;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.MachineView;
import io.github.chainbook.xtables.packet.NatRequest;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketEdit;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.SetReference.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * A packet on its way; the name is the kernel's. It is made anew for each walk and changed by the
 * walk alone.
 */
final class Skb implements PacketEdit {

  /** A hardware address that no rule names: its link has one, but which is not said. */
  private static final long SOME_MAC = 1L << 48;

  final Packet packet;
  final Machine machine;
  final Family family;
  final int protocol;
  final Fields fields;
  Hook hook;
  String in = "";
  String out = "";
  Address source;
  Address destination;
  Connection connection;
  ConntrackState state = ConntrackState.INVALID;
  boolean reply;
  boolean looped;

  /** Whether it is a copy that comes back from a broadcast; it has no socket. */
  boolean isCopy;

  int zone;
  boolean damaged;

  /** The route that was found for it; null before it is routed. */
  Route route;

  /** How the connection's first packet came to a listening socket; null where it did not. */
  Header opened;

  /** Whether TPROXY has given it to a socket. */
  boolean isTaken;

  /** While true nothing changes: a test before this one is still open. */
  boolean frozen;

  /** What a test asked that is not known; null where it did not say. */
  Question question;

  /** Whether it is settled that the match which is looked at does not drop it. */
  boolean isSpared;

  /** Whether a test has found a field that is not known. */
  boolean askedOpen;

  /** The answer to the question, for the test to come. */
  Truth answer;

  String response;

  private List<PacketBytes.Edit> edits = List.of();
  final ChangedSets changedSets;
  private final Decisions decisions;
  private Nat nat;
  private MachineView seen;

  /** Its bytes as they were built last, and of which header, flags and edits. */
  private BytesView bytes;

  private Header bytesOf;
  private int bytesFlags;
  private int bytesEdits;

  /** What stands behind its extension headers; null where there are none. */
  private ExtensionHeaderWalk walk;

  private RouteQuery.PathHint hint;

  Skb(Packet packet, Machine machine, ChangedSets changedSets, Decisions decisions) {
    this.decisions = decisions;
    this.changedSets = changedSets;
    this.packet = packet;
    this.machine = machine;
    this.family = packet.family();
    this.protocol = packet.protocol();
    this.source = packet.source().orElse(null);
    this.destination = packet.destination();
    this.fields = new Fields(packet);
  }

  /** What the packet's description says of its way. */
  RouteQuery.PathHint hint() {
    if (hint == null) {
      hint =
          new RouteQuery.PathHint(
              packet.path() == Packet.Path.INBOUND,
              packet.path() == Packet.Path.OUTBOUND,
              packet.in(),
              packet.out(),
              packet.source().orElse(null),
              packet.destination());
    }
    return hint;
  }

  RouteQuery query() {
    long mark = fields.isKnown(Field.MARK) ? fields.get(Field.MARK) : 0;
    return new RouteQuery(source, destination, mark, in, hint());
  }

  /** The header as it is now. */
  Header header() {
    return new Header(
        source,
        destination,
        fields.port(Field.SOURCE_PORT),
        fields.port(Field.DESTINATION_PORT),
        fields.orUnknown(Field.MARK),
        (int) fields.orUnknown(Field.TOS),
        (int) fields.orUnknown(Field.TTL),
        in.isEmpty() ? null : in,
        out.isEmpty() ? null : out);
  }

  int flags() {
    return fields.isKnown(Field.TCP_FLAGS) ? (int) fields.get(Field.TCP_FLAGS) : 2;
  }

  int type() {
    return fields.isKnown(Field.ICMP_TYPE) ? (int) fields.get(Field.ICMP_TYPE) : -1;
  }

  /** The port that a connection of this packet has; see {@link Conntrack#port}. */
  int tuplePort(Field field) {
    if (packet.hasPorts()) {
      return fields.isKnown(field) ? (int) fields.get(field) : Header.NOT_KNOWN;
    }
    return Conntrack.port(packet, field);
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
    return extended() ? walk.protocol() : protocol;
  }

  @Override
  public int fragmentOffset() {
    return extended() ? walk.fragmentOffset() : packet.content().fragmentOffset();
  }

  /** Where the header of the protocol begins. */
  int transport() {
    return extended() ? walk.transport() : family == Family.IPV4 ? 20 : 40;
  }

  // Whether it has extension headers, and all is known of them.
  private boolean extended() {
    if (walk == null && family == Family.IPV6 && ExtensionHeaderWalk.isExtension(protocol)) {
      BytesView bytes = bytes();
      if (bytes.length() >= 0) {
        walk = ExtensionHeaderWalk.of(bytes, protocol, machine().isNft());
      }
    }
    return walk != null;
  }

  @Override
  public boolean moreFragments() {
    return extended() && walk.isFragment() && walk.fragmentOffset() == 0;
  }

  @Override
  public boolean has(Field field) {
    return fields.has(field);
  }

  @Override
  public boolean isKnown(Field field) {
    boolean known = fields.isKnown(field);
    askedOpen |= !known && fields.has(field);
    return known;
  }

  @Override
  public long number(Field field) {
    return fields.get(field);
  }

  @Override
  public Truth within(Field field, long low, long high) {
    if (fields.isKnown(field)) {
      long number = fields.get(field);
      return number >= low && number <= high ? Truth.YES : Truth.NO;
    }
    return fields.has(field) ? open(field, NumberSet.of(low, high)) : Truth.NO;
  }

  @Override
  public Truth within(Field field, NumberSet set) {
    if (fields.isKnown(field)) {
      return Truth.of(set.contains(fields.get(field)));
    }
    return fields.has(field) ? open(field, set) : Truth.NO;
  }

  private Truth open(Field field, NumberSet set) {
    Truth truth = fields.compare(field, set);
    if (truth == Truth.UNKNOWN && question == null) {
      question = Question.of(field, set);
    }
    return truth;
  }

  @Override
  public Truth hasSocket() {
    boolean sent = packet.path() == Packet.Path.OUTBOUND && !looped && !isCopy;
    return Truth.of(sent && !packet.content().socketless());
  }

  @Override
  public boolean hasFoundSocket() {
    if (opened == null) {
      return false;
    }
    Header now = header();
    return now.from().equals(opened.from()) && now.to().equals(opened.to());
  }

  @Override
  public Truth hasGroup(long low, long high) {
    return packet
        .content()
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
  public BytesView bytes() {
    Header now = header();
    int flags = flags();
    boolean isSame =
        bytes != null && bytesOf.equals(now) && bytesFlags == flags && bytesEdits == edits.size();
    if (!isSame) {
      bytes = PacketBytes.of(this);
      bytesOf = now;
      bytesFlags = flags;
      bytesEdits = edits.size();
    }
    return bytes;
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
    return asked(Question.EACH_TIME);
  }

  @Override
  public Truth unknownOrDropped() {
    return asked(isSpared ? Question.EACH_TIME : Question.OR_DROPPED);
  }

  @Override
  public Truth chance(long steps) {
    return asked(Question.chance(steps));
  }

  private Truth asked(Question what) {
    if (answer != null) {
      Truth given = answer;
      answer = null;
      return given;
    }
    if (question == null) {
      question = what;
    }
    return Truth.UNKNOWN;
  }

  @Override
  public void dropDamaged() {
    damaged = true;
  }

  @Override
  public void setMark(long mark) {
    set(Field.MARK, mark);
  }

  @Override
  public void set(Field field, long value) {
    if (!frozen) {
      fields.set(field, value);
    }
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
    if (connection != null && !frozen) {
      connection.mark = mark;
    }
  }

  @Override
  public void untrack() {
    if (connection == null) {
      state = ConntrackState.UNTRACKED;
    }
  }

  // The first target counts: xt_ct_target of net/netfilter/xt_CT.c.
  @Override
  public void setZone(int number) {
    if (connection == null && state != ConntrackState.UNTRACKED) {
      zone = number;
      connection = Connection.template(family, number);
      state = ConntrackState.NEW;
    }
  }

  @Override
  public void forget(Field field) {
    if (!frozen) {
      fields.setOpen(field, NumberSet.ALL);
    }
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

  @Override
  public void setLabel(int label) {
    if (connection != null && !frozen) {
      connection.label(label);
    }
  }

  private void edit(PacketBytes.Edit edit) {
    if (edits.isEmpty()) {
      edits = new ArrayList<>();
    }
    edits.add(edit);
  }

  /** What targets did to its bytes. */
  List<PacketBytes.Edit> edits() {
    return edits;
  }

  @Override
  public void setByte(int offset, int value) {
    edit(new PacketBytes.Edit(offset, false, value));
  }

  @Override
  public void insertBytes(int offset, int... values) {
    edit(new PacketBytes.Edit(offset, true, values));
    if (fields.isKnown(Field.LENGTH)) {
      fields.set(Field.LENGTH, fields.get(Field.LENGTH) + values.length);
    }
  }

  @Override
  public void changeSet(String set, List<Side> sides, boolean added) {
    changedSets.changed(this, set, sides, added);
  }

  @Override
  public void giveToSocket() {
    isTaken = true;
  }

  @Override
  public boolean suppose(String statement) {
    return decisions.once(statement, statement, "not: " + statement);
  }

  /** Takes a side where a field is not known, and remembers it. NO where it has no such field. */
  boolean decide(Field field, NumberSet set) {
    Truth truth = fields.isKnown(field) ? within(field, set) : Truth.UNKNOWN;
    if (truth == Truth.UNKNOWN && fields.has(field)) {
      truth = fields.compare(field, set);
    }
    if (truth != Truth.UNKNOWN || !fields.has(field)) {
      return truth == Truth.YES;
    }
    Decisions.Answer side = decisions.next();
    fields.narrow(field, set, side.yes);
    side.condition = Question.of(field, set).words(side.yes);
    return side.yes;
  }

  @Override
  public void answer(String reply) {
    response = reply;
  }

  @Override
  public Fate translate(NatRequest request) {
    return nat().translate(request);
  }

  /** Writes into the header what its connection's translation says, at a hook of table nat. */
  void applyTranslation() {
    nat().apply();
  }

  private Nat nat() {
    if (nat == null) {
      nat = new Nat(this);
    }
    return nat;
  }
}
