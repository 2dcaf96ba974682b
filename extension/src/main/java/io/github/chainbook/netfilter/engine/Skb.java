package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.netfilter.machine.SpecialAddresses;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.packet.NatRequest;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketEdit;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.DirectedZone;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.SetReference.Side;
import java.util.List;

/**
 * A packet on its way; the name is the kernel's. It is made anew for each walk and changed by the
 * walk alone.
 */
final class Skb extends SkbView implements PacketEdit {

  private final Wire wire = new Wire(this);
  private Nat nat;

  Skb(Packet packet, Machine machine, ChangedSets changedSets, Decisions decisions) {
    super(packet, machine, changedSets, decisions);
  }

  @Override
  public int protocol() {
    return wire.protocol();
  }

  @Override
  public int fragmentOffset() {
    return wire.fragmentOffset();
  }

  /** Where the header of the protocol begins. */
  int transport() {
    return wire.transport();
  }

  @Override
  public boolean moreFragments() {
    return wire.moreFragments();
  }

  @Override
  public BytesView bytes() {
    return wire.bytes();
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
  public void setMark(KnownBits mark) {
    if (!frozen) {
      fields.setMark(mark);
    }
  }

  @Override
  public void changeMark(Mark mark) {
    if (!frozen) {
      fields.changeMark(mark);
    }
  }

  @Override
  public void setSegmentSizes(NumberSet sizes) {
    segmentSizes = sizes;
  }

  @Override
  public void setConnectionMark(KnownBits mark) {
    if (connection != null && !frozen) {
      if (connection.mark < 0 || mark.number() < 0) {
        fields.voidAnswers();
      }
      connection.mark = mark.number();
      connection.openMark = mark;
    }
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
  public void untrack() {
    if (connection == null) {
      state = ConntrackState.UNTRACKED;
    }
  }

  // The first target counts: xt_ct_target of net/netfilter/xt_CT.c.
  @Override
  public void setZone(DirectedZone wanted) {
    if (connection == null && state != ConntrackState.UNTRACKED) {
      zone = wanted;
      connection = Connection.template(family);
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
  public void setLabel(int label) {
    if (connection != null && !frozen) {
      connection.label(label);
    }
  }

  @Override
  public void takeForOwn() {
    if (!frozen && destination != null && !SpecialAddresses.isMulticast(destination)) {
      own = true;
    }
  }

  @Override
  public void setByte(int offset, int value) {
    wire.edit(new PacketBytes.Edit(offset, false, value));
  }

  @Override
  public void insertBytes(int offset, int... values) {
    wire.edit(new PacketBytes.Edit(offset, true, values));
    if (fields.isKnown(Field.LENGTH)) {
      fields.set(Field.LENGTH, fields.get(Field.LENGTH) + values.length);
    }
  }

  @Override
  public void changeSet(String set, List<Side> sides, boolean added) {
    changedSets.changed(this, set, sides, added);
  }

  @Override
  public void giveToSocket(Address address, int port) {
    taker = new Endpoint(address, port < 0 ? Header.NOT_KNOWN : port);
  }

  @Override
  public boolean suppose(String statement) {
    return asking.suppose(statement);
  }

  @Override
  public void answer(String reply) {
    response = reply;
  }

  @Override
  public Fate translate(NatRequest request) {
    if (nat == null) {
      nat = new Nat(this);
    }
    return nat.translate(request);
  }
}
