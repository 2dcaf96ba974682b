package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine that a test makes up; it begins with nothing but the legacy back end. */
public final class FakeMachine implements MachineView {

  private final Map<Address, AddressType> types = new HashMap<>();
  private boolean nft;

  /** Whether all is known of it. */
  public boolean complete;

  /** Whether a socket waits, wherever that is asked. */
  public Truth listens = Truth.UNKNOWN;

  /** Takes the other back end. */
  public void nft(boolean isNft) {
    nft = isNft;
  }

  /** An address's type; all others are not known. */
  public void type(Address address, AddressType type) {
    types.put(address, type);
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public boolean isNft() {
    return nft;
  }

  @Override
  public Truth isOfType(Address address, AddressType type, String onInterface) {
    AddressType known = types.get(address);
    return known == null ? Truth.UNKNOWN : Truth.of(known == type);
  }

  @Override
  public Truth leadsBack(ReverseQuery query) {
    return Truth.UNKNOWN;
  }

  @Override
  public List<Address> addressesOf(String name) {
    return List.of();
  }

  @Override
  public Truth listens(
      int protocol, Address address, int port, boolean transparent, boolean wildcard) {
    return listens;
  }

  @Override
  public Optional<SetView> set(String name) {
    return Optional.empty();
  }
}
