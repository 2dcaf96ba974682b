package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Process;
import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Optional;

/**
 * The listening sockets of a namespace.
 *
 * @param processes the processes that have them
 */
record Sockets(List<Process> processes) {

  /** A socket and whose it is. */
  record Found(Process process, Listening socket) {}

  /** The families whose packets a socket gets. */
  static List<Family> families(Listening socket) {
    return socket
        .address()
        .map(address -> List.of(address.family()))
        .or(() -> socket.family().map(List::of))
        .orElse(List.of(Family.values()));
  }

  /**
   * The socket that gets what goes to an address and port: one that is bound to the address before
   * one that is bound to all, of those one for IPv4 alone before one for both;
   * __inet_lookup_listener of net/ipv4/inet_hashtables.c and its compute_score, and the same of
   * UDP. Of several alike the first.
   */
  Optional<Found> at(int protocol, Endpoint to) {
    Found best = null;
    int bestScore = 0;
    for (Process process : processes) {
      for (Listening socket : process.listens()) {
        boolean hears =
            socket.protocol() == protocol
                && socket.port() == to.port()
                && families(socket).contains(to.address().family());
        int score = hears ? score(socket, to) : 0;
        if (score > bestScore) {
          best = new Found(process, socket);
          bestScore = score;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static int score(Listening socket, Endpoint to) {
    if (socket.address().isPresent()) {
      return socket.address().get().equals(to.address()) ? 3 : 0;
    }
    return socket.family().isPresent() ? 2 : 1;
  }
}
