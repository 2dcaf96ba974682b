package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.layout.Nest.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;

/**
 * Finds where parts that stand beside one another begin: groups at the same height, and what lies
 * between them level with where it leads. ELK alone would make each wire straight, and the groups a
 * stair.
 */
final class Tops {

  private final List<Member> members;
  private final List<ElkNode> nodes;

  /**
   * For parts that have their columns.
   *
   * @param nodes what stands for them in ELK's graph
   */
  Tops(List<Member> members, List<ElkNode> nodes) {
    this.members = members;
    this.nodes = nodes;
  }

  /**
   * Where each part begins, in the order of the parts.
   *
   * @param top where the first ones begin
   */
  List<Double> of(double top) {
    Map<Integer, Double> nextTop = new TreeMap<>();
    List<Double> tops = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      tops.add(0.0);
      order.add(i);
    }
    order.sort((a, b) -> Double.compare(nodes.get(a).getY(), nodes.get(b).getY()));
    for (int i : order) {
      if (members.get(i).inside().isPresent()) {
        int layer = nodes.get(i).getProperty(LayeredOptions.LAYERING_LAYER_ID);
        double y = nextTop.getOrDefault(layer, top);
        tops.set(i, y);
        nextTop.put(layer, y + nodes.get(i).getHeight() + 22);
      }
    }
    for (int i : order) {
      if (members.get(i).inside().isEmpty()) {
        tops.set(i, besides(i, tops) - nodes.get(i).getHeight() / 2);
      }
    }
    return tops;
  }

  private double besides(int member, List<Double> tops) {
    for (ElkPort port : nodes.get(member).getPorts()) {
      for (ElkEdge edge : port.getOutgoingEdges()) {
        if (edge.getTargets().get(0) instanceof ElkPort target) {
          int to = nodes.indexOf(target.getParent());
          if (to >= 0 && members.get(to).inside().isPresent()) {
            return tops.get(to) + target.getY();
          }
        }
      }
    }
    return nodes.get(member).getY() + nodes.get(member).getHeight() / 2;
  }
}
