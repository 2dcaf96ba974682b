package io.github.chainbook.figure.sequence;

import io.github.chainbook.figure.Line;
import java.util.List;

/** What happens, from top to bottom. */
public sealed interface Event {

  /**
   * A packet goes from one lane to another one.
   *
   * @param from the number of the lane that it leaves
   * @param to the number of the lane that it comes to
   * @param lines what stands beside the arrow
   */
  record Message(int from, int to, List<Line> lines) implements Event {
    public Message {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A lane does something with the packet.
   *
   * @param lane the lane's number
   * @param lines what it does
   */
  record Action(int lane, List<Line> lines) implements Event {
    public Action {
      lines = List.copyOf(lines);
    }
  }

  /**
   * From here on another way is shown.
   *
   * @param text which one
   */
  record Branch(String text) implements Event {}

  /**
   * The flow ends without having arrived.
   *
   * @param lane the number of the lane that has it last
   * @param leaves whether it goes on to nobody here
   * @param label what stands beside the arrow that comes to nobody
   * @param lines how it ends
   */
  record End(int lane, boolean leaves, List<Line> label, List<Line> lines) implements Event {
    public End {
      label = List.copyOf(label);
      lines = List.copyOf(lines);
    }
  }
}
