package io.github.chainbook.topology;

import io.github.chainbook.text.Position;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A connection, and those that are opened because of it: {@code client/curl -> fortio-server:8080
 * -> fortio-server-l2:8080}. Each place that is named but the last opens the connection to the next
 * one.
 *
 * @param number its number in the topology, from 1
 * @param text as it was written
 * @param label what is shown; the text if nothing else was given
 * @param protocol the number of its protocol, TCP or UDP
 * @param namespace the namespace that it begins in
 * @param process the process there that opens it; empty if not named
 * @param parts the places it goes to, and what is claimed on the way
 * @param expected how it is to end
 * @param position where it was written
 */
public record Flow(
    int number,
    String text,
    String label,
    int protocol,
    String namespace,
    Optional<String> process,
    List<Part> parts,
    Expected expected,
    Position position) {

  public Flow {
    parts = List.copyOf(parts);
  }

  /** A part of a flow behind an arrow. */
  public sealed interface Part {

    /** Where it was written. */
    Position position();

    /**
     * A connection to this place.
     *
     * @param place where to, with its port
     */
    record To(Place place) implements Part {
      @Override
      public Position position() {
        return place.position();
      }
    }

    /**
     * A claim: on the way between the places before and behind it, in the order of the claims, a
     * connection is given to such a listening socket. {@code :15006}, {@code /envoy:15006}, {@code
     * fortio-server/envoy}.
     *
     * @param namespace of which namespace; empty for any
     * @param process of which process; empty for any
     * @param port at which port; empty for any
     * @param text as it was written
     * @param position where it was written
     */
    record Claim(
        Optional<String> namespace,
        Optional<String> process,
        OptionalInt port,
        String text,
        Position position)
        implements Part {}
  }

  /**
   * How a flow is to end.
   *
   * @param ending in which way
   * @param namespace in which namespace; empty for any
   */
  public record Expected(Ending ending, Optional<String> namespace) {

    /** It arrives. */
    public static final Expected ARRIVES = new Expected(Ending.ARRIVES, Optional.empty());
  }

  /** How flows end. */
  public enum Ending {
    /** The last application gets it, and of TCP the answer comes back. */
    ARRIVES("arrives"),
    /** A rule or policy drops it. */
    DROPPED("dropped"),
    /** A rule refuses it. */
    REJECTED("rejected"),
    /** It comes to a port where nobody listens. */
    REFUSED("refused"),
    /**
     * No route leads there, or the kernel does not take such a packet; or its answer comes to who
     * does not wait for it.
     */
    LOST("lost"),
    /** A proxy gets what it has sent itself. */
    LOOPS("loops"),
    /** It leaves for an address that is nobody's here. */
    LEAVES("leaves"),
    /** What is given does not say how it goes on. */
    UNKNOWN("unknown");

    private final String word;

    Ending(String word) {
      this.word = word;
    }

    /** The word in a declaration. */
    public String word() {
      return word;
    }
  }
}
