package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Process;
import java.util.Optional;

/**
 * The passage of a connection's first packet through one network namespace; where the packet that
 * answers it does not come back, also that of the answer.
 *
 * @param number its number in the flow, from 1; ways that part go on with numbers of their own
 * @param leg which of the flow's connections to a named place it belongs to, from 1; those that
 *     proxies open on the way belong to the same
 * @param namespace the namespace's name
 * @param entry how the packet came into it
 * @param packet the packet as it came
 * @param trace what the namespace's rules did to it; where that is undecided, the branch that this
 *     way takes
 * @param exit how it left
 */
public record Hop(
    int number, int leg, String namespace, Entry entry, Packet packet, Trace trace, Exit exit) {

  /** Whether it is an answer that passes, and not a first packet. */
  public boolean isAnswer() {
    return AnswerPackets.isOne(packet);
  }

  /** How a packet comes into a namespace. */
  public sealed interface Entry {

    /**
     * A process opened the connection.
     *
     * @param process which one; empty if not named
     * @param accepted the listening socket whose connection it passes on, of a proxy
     * @param to where it asked to go
     */
    record Opened(Optional<Process> process, Optional<Listening> accepted, Endpoint to)
        implements Entry {}

    /**
     * The kernel answered the connection's first packet.
     *
     * @param process whose socket it was for
     * @param socket the socket
     */
    record Answered(Process process, Listening socket) implements Entry {}

    /**
     * It came by an interface.
     *
     * @param device the interface
     * @param service the name of the service that was replaced by one of its endpoints on the way,
     *     behind the sender; empty if none was
     */
    record Arrived(String device, Optional<String> service) implements Entry {}
  }

  /** How a packet leaves a namespace. */
  public sealed interface Exit {

    /**
     * A listening socket got it.
     *
     * @param process whose socket
     * @param socket the socket
     * @param at the address and port that the packet was for in the end
     */
    record Delivered(Process process, Listening socket, Endpoint at) implements Exit {}

    /**
     * It left by an interface.
     *
     * @param device the interface
     */
    record Sent(String device) implements Exit {}

    /** Its way ended here; the way says how. */
    record Ended() implements Exit {}
  }
}
