package io.github.chainbook.netfilter.language;

import io.github.chainbook.text.Diagnostic;
import java.util.List;

/**
 * What came of reading packets.
 *
 * @param packets those that could be read
 * @param diagnostics what is wrong with the others
 */
public record PacketReading(List<PacketLine> packets, List<Diagnostic> diagnostics) {

  public PacketReading {
    packets = List.copyOf(packets);
    diagnostics = List.copyOf(diagnostics);
  }
}
