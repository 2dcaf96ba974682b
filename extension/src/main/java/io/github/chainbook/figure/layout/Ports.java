package io.github.chainbook.figure.layout;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;

/** Where wires meet blocks. */
final class Ports {

  private Ports() {}

  /**
   * The side at which a wire comes in or goes out.
   *
   * @param right whether wires lead to the right, and not downwards
   * @param in whether it comes in
   * @param back whether it leads the other way
   */
  static PortSide side(boolean right, boolean in, boolean back) {
    boolean first = in != back;
    return right
        ? (first ? PortSide.WEST : PortSide.EAST)
        : (first ? PortSide.NORTH : PortSide.SOUTH);
  }

  /** Gives a block's ports their places; several at one side part as ELK thinks best. */
  static void place(ElkNode node, BlockShape shape) {
    Set<PortSide> sides = EnumSet.noneOf(PortSide.class);
    boolean one =
        node.getPorts().stream()
            .allMatch(port -> sides.add(port.getProperty(LayeredOptions.PORT_SIDE)));
    node.setProperty(
        LayeredOptions.PORT_CONSTRAINTS,
        one ? PortConstraints.FIXED_POS : PortConstraints.FIXED_SIDE);
    for (ElkPort port : node.getPorts()) {
      switch (port.getProperty(LayeredOptions.PORT_SIDE)) {
        case WEST -> port.setLocation(0, height(port, shape));
        case EAST -> port.setLocation(shape.width(), height(port, shape));
        case NORTH -> port.setLocation(shape.width() / 2, 0);
        default -> port.setLocation(shape.width() / 2, shape.height());
      }
    }
  }

  private static double height(ElkPort port, BlockShape shape) {
    return port.getOutgoingEdges().isEmpty() ? shape.entry() : shape.exit();
  }
}
