package io.github.chainbook.topology.capture;

import io.github.chainbook.text.Position;
import io.github.chainbook.topology.Listening;
import java.util.List;
import java.util.OptionalLong;

/**
 * A listening socket as ss(8) shows it.
 *
 * @param listening where it listens
 * @param holders the processes that have it; none where ss was not told to say, or may not
 * @param uid whose it is; empty where not shown
 * @param position where it is shown
 */
record Socket(Listening listening, List<Holder> holders, OptionalLong uid, Position position) {

  Socket {
    holders = List.copyOf(holders);
  }

  /**
   * A process that has a socket.
   *
   * @param name the name of its command, as far as the kernel keeps it
   * @param pid its number
   */
  record Holder(String name, long pid) {}
}
