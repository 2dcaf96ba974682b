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

  /** The side at which wires come in or go out, where they lead to the right or downwards. */
  static PortSide side(boolean right, boolean in) {
    return right ? (in ? PortSide.WEST : PortSide.EAST) : (in ? PortSide.NORTH : PortSide.SOUTH);
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
        case WEST -> port.setLocation(0, shape.entry());
        case EAST -> port.setLocation(shape.width(), shape.exit());
        case NORTH -> port.setLocation(shape.width() / 2, 0);
        default -> port.setLocation(shape.width() / 2, shape.height());
      }
    }
  }
}
