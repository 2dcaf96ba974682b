package io.github.chainbook.topology.flow;

import io.github.chainbook.topology.Flow;
import io.github.chainbook.words.Saying;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One way that a flow may take.
 *
 * @param hops the numbers of its hops, in order; ways share the hops before they part
 * @param conditions what must be so for it; none if there is only one way
 * @param share its share from 0 to 1, where only chance decides
 * @param ending how it ends
 * @param namespace the namespace in which it ends
 * @param reason why it ends so, in words without a full stop, such as {@code nobody listens at
 *     10.244.2.5:15007}
 */
public record Way(
    List<Integer> hops,
    List<Saying> conditions,
    OptionalDouble share,
    Flow.Ending ending,
    String namespace,
    Saying reason) {

  public Way {
    hops = List.copyOf(hops);
    conditions = List.copyOf(conditions);
  }
}
