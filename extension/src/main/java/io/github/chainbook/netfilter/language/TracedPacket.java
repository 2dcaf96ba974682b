package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Trace;
import java.util.List;

/**
 * A packet that was traced.
 *
 * @param line the packet and what is claimed of it
 * @param trace what became of it
 * @param failures the claims that its trace does not bear out
 */
public record TracedPacket(PacketLine line, Trace trace, List<ClaimCheck.Failure> failures) {

  public TracedPacket {
    failures = List.copyOf(failures);
  }

  /** The same packet traced, its claims checked. */
  static TracedPacket of(PacketLine line, Trace trace) {
    return new TracedPacket(line, trace, ClaimCheck.failures(line.claims(), trace));
  }
}
