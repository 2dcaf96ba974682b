package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Link;
import java.util.Optional;

/**
 * A line from a block to another one.
 *
 * @param from the number of the block that it leaves
 * @param to the number of the block that it leads to
 * @param kind what it stands for
 * @param flow the place among the figure's flows, from 1, of the one whose it is; 0 if it is no
 *     flow's
 * @param head whether an arrow head is at its end
 * @param link to the hop whose it is, or only what is said of a link; empty if neither
 */
public record Wire(int from, int to, Kind kind, int flow, boolean head, Optional<Link> link) {

  /** What a wire stands for. */
  public enum Kind {
    /** A piece of a flow's way. */
    FLOW,
    /** A piece of a link over which no flow comes there. */
    CABLE,
    /** Nothing that is seen: one block stands above the other. */
    ORDER
  }

  /** A piece of a flow's way. */
  public static Wire flow(int from, int to, int flow, boolean head, Optional<Link> link) {
    return new Wire(from, to, Kind.FLOW, flow, head, link);
  }

  /** A piece of a link that no flow uses, with what is said of it; it leads nowhere. */
  public static Wire cable(int from, int to, String tip) {
    return new Wire(from, to, Kind.CABLE, 0, false, Optional.of(new Link("", tip)));
  }

  /** One block stands above the other. */
  public static Wire order(int above, int below) {
    return new Wire(above, below, Kind.ORDER, 0, false, Optional.empty());
  }

  /** Whether it is drawn. */
  public boolean isSeen() {
    return kind != Kind.ORDER;
  }
}
