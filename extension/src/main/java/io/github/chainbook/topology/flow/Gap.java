package io.github.chainbook.topology.flow;

import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Flow.Part.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The claims between two places of a flow.
 *
 * @param claims the claims, in order
 * @param firstLeg the connection to the place before
 * @param lastLeg the connection to the place behind
 */
record Gap(List<Claim> claims, int firstLeg, int lastLeg) {

  /** All gaps of a flow that have claims. */
  static List<Gap> of(Flow flow) {
    int legs = (int) flow.parts().stream().filter(Flow.Part.To.class::isInstance).count();
    List<Gap> gaps = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    int passed = 0;
    for (Flow.Part part : flow.parts()) {
      if (part instanceof Claim claim) {
        claims.add(claim);
      } else {
        add(gaps, claims, passed++, legs);
      }
    }
    add(gaps, claims, passed, legs);
    return gaps;
  }

  private static void add(List<Gap> gaps, List<Claim> claims, int passed, int legs) {
    if (!claims.isEmpty()) {
      gaps.add(new Gap(List.copyOf(claims), Math.max(1, passed), Math.min(passed + 1, legs)));
      claims.clear();
    }
  }

  /** The first claim to which none of these hops comes, behind those of the claims before it. */
  Optional<Claim> firstFailing(List<Hop> hops) {
    int at = 0;
    for (Claim claim : claims) {
      while (at < hops.size() && !holds(claim, hops.get(at))) {
        at++;
      }
      if (at++ >= hops.size()) {
        return Optional.of(claim);
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Claim claim, Hop hop) {
    return hop.exit() instanceof Hop.Exit.Delivered to
        && claim.namespace().map(hop.namespace()::equals).orElse(true)
        && claim.process().map(to.process().name()::equals).orElse(true)
        && (claim.port().isEmpty() || claim.port().getAsInt() == to.socket().port());
  }

  /** {@code fortio-server/envoy:15006}, of a hop where a socket got the connection. */
  static Optional<String> delivered(Hop hop) {
    return hop.exit() instanceof Hop.Exit.Delivered to
        ? Optional.of(hop.namespace() + "/" + to.process().name() + ":" + to.socket().port())
        : Optional.empty();
  }
}
