package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.layout.Layout.Placed;
import io.github.chainbook.figure.layout.Route.Point;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Boxes in layers from left to right, laid out by ELK's layered algorithm. An arrow leaves from the
 * very row of its rule; all arrows to one box enter it at its head.
 */
public final class WideLayout {

  private static final int ROW_CELLS = 50;

  /** A figure that would be wider than a page breaks its rows earlier. */
  private static final int SHORT_ROW_CELLS = 36;

  private static final double PAGE = 1100;

  private final Figure figure;
  private final int cells;
  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final List<BoxShape> shapes = new ArrayList<>();
  private final List<ElkNode> nodes = new ArrayList<>();
  private final List<ElkPort> entries = new ArrayList<>();

  private WideLayout(Figure figure, int cells) {
    this.figure = figure;
    this.cells = cells;
  }

  /** Gives the parts of a figure their places. */
  public static Layout of(Figure figure) {
    // Loading it tells ELK how to copy its own kinds of values.
    LayoutMetaDataService.getInstance();
    Layout layout = new WideLayout(figure, ROW_CELLS).layout();
    return layout.width() <= PAGE ? layout : new WideLayout(figure, SHORT_ROW_CELLS).layout();
  }

  private Layout layout() {
    options();
    for (var box : figure.boxes()) {
      node(BoxMeasure.of(box, cells, 0));
    }
    List<ElkEdge> edges = figure.arrows().stream().map(this::edge).toList();
    new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
    List<Placed> boxes = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      boxes.add(new Placed(shapes.get(i), nodes.get(i).getX(), nodes.get(i).getY()));
    }
    List<Route> routes = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      routes.add(new Route(figure.arrows().get(i), points(edges.get(i))));
    }
    return Notes.below(figure, graph.getWidth(), graph.getHeight(), boxes, routes);
  }

  private void options() {
    graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.PADDING, new ElkPadding(Metrics.MARGIN));
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 22.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 36.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 14.0);
    graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 22.0);
    graph.setProperty(LayeredOptions.ASPECT_RATIO, 0.9);
    graph.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    // Better by little, and not in time.
    graph.setProperty(LayeredOptions.THOROUGHNESS, figure.boxes().size() > 40 ? 2 : 7);
    graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
  }

  private void node(BoxShape shape) {
    ElkNode node = ElkGraphUtil.createNode(graph);
    node.setDimensions(shape.width(), shape.height());
    node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    shapes.add(shape);
    nodes.add(node);
    entries.add(port(node, PortSide.WEST, 0, shape.entry()));
  }

  private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
    ElkPort port = ElkGraphUtil.createPort(node);
    port.setLocation(x, y);
    port.setProperty(LayeredOptions.PORT_SIDE, side);
    return port;
  }

  private ElkEdge edge(Arrow arrow) {
    BoxShape from = shapes.get(arrow.from());
    double y = from.rows().get(arrow.row()).exit();
    ElkEdge edge = ElkGraphUtil.createEdge(graph);
    edge.getSources().add(port(nodes.get(arrow.from()), PortSide.EAST, from.width(), y));
    edge.getTargets().add(entries.get(arrow.to()));
    return edge;
  }

  private static List<Point> points(ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().get(0);
    List<Point> points = new ArrayList<>();
    points.add(new Point(section.getStartX(), section.getStartY()));
    for (ElkBendPoint bend : section.getBendPoints()) {
      points.add(new Point(bend.getX(), bend.getY()));
    }
    points.add(new Point(section.getEndX(), section.getEndY()));
    return points;
  }
}
