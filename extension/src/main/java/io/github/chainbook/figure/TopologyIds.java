package io.github.chainbook.figure;

/**
 * The ids of a topology's parts: {@code TOPOLOGY}, {@code TOPOLOGY-flow-N}, {@code
 * TOPOLOGY-flow-N-M}.
 *
 * @param topology the topology's id, which its author chose
 */
public record TopologyIds(String topology) {

  /** The id of a flow. */
  public String flow(int number) {
    return topology + "-flow-" + number;
  }

  /** The id of a hop of a flow. */
  public String hop(int flow, int number) {
    return flow(flow) + "-" + number;
  }
}
