package io.github.chainbook.xtables.catalogue;

import static java.util.Map.entry;

import io.github.chainbook.xtables.match.MarkMatch;
import io.github.chainbook.xtables.match.TcpMatch;
import io.github.chainbook.xtables.packet.PacketTest;
import java.util.Map;
import java.util.Optional;

/**
 * How the matches look at packets. One that is missing here is known to the reader only, and a
 * trace says of it that it cannot tell.
 */
public final class PacketTests {

  private static final Map<String, PacketTest.Factory> BY_NAME =
      Map.ofEntries(entry("mark", MarkMatch::test), entry("tcp", TcpMatch::test));

  private PacketTests() {}

  /** How the match {@code -m name} looks at packets. */
  public static Optional<PacketTest.Factory> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
