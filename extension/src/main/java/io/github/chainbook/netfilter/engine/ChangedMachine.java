package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.packet.MachineView;
import io.github.chainbook.xtables.packet.SetView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;
import java.util.List;
import java.util.Optional;

/**
 * A machine one of whose sets a packet has changed on its way.
 *
 * @param before the machine as it was
 * @param name the set
 * @param changed as it is now
 */
record ChangedMachine(MachineView before, String name, SetView changed) implements MachineView {

  @Override
  public boolean isComplete() {
    return before.isComplete();
  }

  @Override
  public boolean isNft() {
    return before.isNft();
  }

  @Override
  public Truth isOfType(Address address, AddressType type, String onInterface) {
    return before.isOfType(address, type, onInterface);
  }

  @Override
  public List<Address> addressesOf(String device) {
    return before.addressesOf(device);
  }

  @Override
  public Truth listens(
      int protocol, Address address, int port, boolean transparent, boolean wildcard) {
    return before.listens(protocol, address, port, transparent, wildcard);
  }

  @Override
  public Optional<SetView> set(String other) {
    return other.equals(name) ? Optional.of(changed) : before.set(other);
  }
}
