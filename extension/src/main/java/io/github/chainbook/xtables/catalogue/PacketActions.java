package io.github.chainbook.xtables.catalogue;

import static java.util.Map.entry;

import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.target.MarkTarget;
import java.util.Map;
import java.util.Optional;

/**
 * What the targets do to packets. One that is missing here is known to the reader only, and a trace
 * says of it that it cannot tell.
 */
public final class PacketActions {

  private static final Map<String, PacketAction.Factory> BY_NAME =
      Map.ofEntries(entry("MARK", MarkTarget::action));

  private PacketActions() {}

  /** What the target {@code -j name} does to packets. */
  public static Optional<PacketAction.Factory> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
