package io.github.chainbook.topology;

import io.github.chainbook.xtables.value.Address;
import java.util.Optional;

/**
 * What a process does with the connections to one of its listening sockets: for each it opens one
 * of its own.
 *
 * @param from the listening socket; one of the process's
 * @param to where its own connection goes
 * @param source what that comes from
 */
public record Proxy(Listening from, Onward to, Source source) {

  /** Where a proxy's own connection goes. */
  public sealed interface Onward {

    /**
     * To where the accepted connection was going before rules of this namespace changed that, as
     * {@code SO_ORIGINAL_DST} of the kernel tells, or as TPROXY leaves it.
     */
    record OriginalDestination() implements Onward {}

    /**
     * To the original destination; where that is the address of a service, to one of its endpoints,
     * as a proxy does that knows them.
     */
    record OriginalEndpoint() implements Onward {}

    /**
     * To this place.
     *
     * @param place a namespace, a service or an address with its port
     */
    record To(Place place) implements Onward {}
  }

  /**
   * What address the proxy's connection comes from.
   *
   * @param kind how it is chosen
   * @param address which it is, of {@link Kind#GIVEN}
   */
  public record Source(Kind kind, Optional<Address> address) {

    /** How the address is chosen. */
    public enum Kind {
      /** By the kernel. */
      CHOSEN,
      /** The proxy binds its socket to it. */
      GIVEN,
      /** The proxy keeps that of the accepted connection, as a transparent proxy does. */
      KEPT
    }

    /** The kernel chooses. */
    public static final Source CHOSEN = new Source(Kind.CHOSEN, Optional.empty());
  }
}
