package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.deployment.Group;
import io.github.chainbook.figure.deployment.Wire;
import io.github.chainbook.figure.layout.DeploymentLayout.Frame;
import io.github.chainbook.figure.layout.DeploymentLayout.Placed;
import io.github.chainbook.figure.layout.Nest.Member;
import io.github.chainbook.figure.layout.Route.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.PortAlignment;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** The parts of one group, laid out by ELK's layered algorithm. */
final class Level {

  private static final double TITLE_X = 12;
  private static final double TITLE_Y = 8;
  private static final int MOST_RUNS = 4;

  private final Course course;
  private final List<Member> members = new ArrayList<>();
  private final List<Member> idle = new ArrayList<>();
  private final Optional<Group> group;
  private final List<BlockShape> title;
  private final boolean right;
  private final boolean beside;
  private final double leastHead;
  private final double room;
  private double indent;

  private ElkNode graph;
  private final List<ElkNode> nodes = new ArrayList<>();
  private final Map<Integer, ElkEdge> edges = new TreeMap<>();
  private final List<ElkPort> entries = new ArrayList<>();

  /**
   * A level.
   *
   * @param course all wires of the figure
   * @param members the parts, in order
   * @param group the group that they are in; empty for the figure itself
   * @param title what stands at the group's head
   * @param right whether wires lead to the right in it, and not downwards
   * @param beside whether wires come into it from the left, and not from above
   * @param leastHead how high its head is at least
   * @param room how wide rows of parts that no wire comes to may be
   */
  Level(
      Course course,
      List<Member> members,
      Optional<Group> group,
      List<BlockShape> title,
      boolean right,
      boolean beside,
      double leastHead,
      double room) {
    this.course = course;
    this.group = group;
    this.title = title;
    this.right = right;
    this.beside = beside;
    this.leastHead = leastHead;
    // Below the rest it would stand in the way of what leaves there.
    boolean free =
        beside
            || IntStream.range(0, course.wires().size())
                .noneMatch(wire -> leavesBelow(course, wire, members));
    for (Member member : members) {
      (isWired(member) || !free ? this.members : idle).add(member);
    }
    this.room = room;
  }

  private static boolean leavesBelow(Course course, int number, List<Member> members) {
    Wire wire = course.wires().get(number);
    boolean from = members.stream().anyMatch(member -> member.holds(wire.from()));
    boolean to = members.stream().anyMatch(member -> member.holds(wire.to()));
    return from != to && from != course.isBack(number);
  }

  private boolean isWired(Member member) {
    return course.wires().stream()
        .anyMatch(wire -> member.holds(wire.from()) || member.holds(wire.to()));
  }

  Laid lay() {
    LayoutMetaDataService.getInstance();
    run(List.of());
    if (right) {
      run(new Tops(members, nodes).of(padding().top));
    }
    // What comes from above passes the title on its right. Room on the left may move the middle.
    for (int i = 0; i < MOST_RUNS && !beside && titleRight() + 10 > firstEntry(); i++) {
      indent += titleRight() + 10 - firstEntry();
      run(List.of());
    }
    return result();
  }

  private double titleRight() {
    return title.stream().mapToDouble(shape -> TITLE_X + shape.width()).max().orElse(0);
  }

  private double firstEntry() {
    return entries.stream().mapToDouble(ElkPort::getX).min().orElse(Double.MAX_VALUE);
  }

  private void run(List<Double> tops) {
    // A graph with ports of its own is a node of another one.
    ElkNode around = ElkGraphUtil.createGraph();
    around.setProperty(LayeredOptions.DIRECTION, LevelOptions.direction(beside));
    graph = ElkGraphUtil.createNode(around);
    nodes.clear();
    edges.clear();
    entries.clear();
    LevelOptions.set(graph, right, !tops.isEmpty());
    graph.setProperty(LayeredOptions.PADDING, padding());
    graph.setProperty(LayeredOptions.NODE_SIZE_MINIMUM, new KVector(titleRight() + TITLE_X, 20));
    members.forEach(this::node);
    for (int i = 0; i < tops.size(); i++) {
      nodes.get(i).setY(tops.get(i));
    }
    for (int i = 0; i < course.wires().size(); i++) {
      edge(i, course.wires().get(i));
    }
    for (int i = 0; i < members.size(); i++) {
      ElkNode node = nodes.get(i);
      members.get(i).shape().ifPresent(shape -> Ports.place(node, shape));
    }
    new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
  }

  private boolean isEmpty() {
    return members.isEmpty() && idle.isEmpty();
  }

  private ElkPadding padding() {
    if (group.isEmpty()) {
      return new ElkPadding(Metrics.MARGIN);
    }
    double head = title.stream().mapToDouble(BlockShape::height).sum();
    double top = TITLE_Y + (isEmpty() ? head : Math.max(head, leastHead) + 8);
    return new ElkPadding(top, 12, isEmpty() ? 2 : 14, 12 + indent);
  }

  private void node(Member member) {
    ElkNode node = ElkGraphUtil.createNode(graph);
    nodes.add(node);
    member
        .inside()
        .ifPresent(
            inside -> {
              node.setDimensions(inside.width, inside.height);
              node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
              if (right) {
                node.setProperty(LayeredOptions.ALIGNMENT, Alignment.LEFT);
              }
            });
    member
        .shape()
        .ifPresent(
            shape -> {
              node.setDimensions(shape.width(), shape.height());
              node.setProperty(LayeredOptions.PORT_ALIGNMENT_DEFAULT, PortAlignment.CENTER);
              node.setProperty(LayeredOptions.SPACING_PORT_PORT, 14.0);
            });
  }

  private int memberOf(int block) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).holds(block)) {
        return i;
      }
    }
    return -1;
  }

  private void edge(int number, Wire wire) {
    int from = memberOf(wire.from());
    int to = memberOf(wire.to());
    if (from < 0 && to < 0 || from == to) {
      return;
    }
    ElkEdge edge = ElkGraphUtil.createEdge(graph);
    // Where groups stand beside one another, a wire leaves for one from the very row.
    boolean sideways = right || beside && (from < 0 || to < 0);
    boolean back = course.isBack(number);
    edge.getSources()
        .add(
            from < 0
                ? outer(Ports.side(beside, true, back))
                : port(from, number, Ports.side(sideways, false, back), false));
    edge.getTargets()
        .add(
            to < 0
                ? outer(Ports.side(beside, false, back))
                : port(to, number, Ports.side(sideways, true, back), true));
    edges.put(number, edge);
  }

  // A port of the group that this level is in.
  private ElkPort outer(PortSide side) {
    ElkPort port = ElkGraphUtil.createPort(graph);
    port.setProperty(LayeredOptions.PORT_SIDE, side);
    if (side == PortSide.NORTH) {
      entries.add(port);
    }
    return port;
  }

  private ElkPort port(int member, int wire, PortSide side, boolean in) {
    ElkPort port = ElkGraphUtil.createPort(nodes.get(member));
    port.setProperty(LayeredOptions.PORT_SIDE, side);
    members
        .get(member)
        .inside()
        .ifPresent(
            inside -> {
              List<Point> way = inside.ways.get(wire);
              Point border = in ? way.get(0) : way.get(way.size() - 1);
              port.setLocation(border.x(), border.y());
            });
    return port;
  }

  private Laid result() {
    Laid laid = new Laid();
    laid.width = graph.getWidth();
    laid.height = graph.getHeight();
    edges.forEach((number, edge) -> laid.join(number, points(edge)));
    for (int i = 0; i < members.size(); i++) {
      ElkNode node = nodes.get(i);
      Member member = members.get(i);
      member.inside().ifPresent(inside -> laid.add(inside, node.getX(), node.getY()));
      member
          .shape()
          .ifPresent(shape -> laid.blocks.add(new Placed(shape, node.getX(), node.getY())));
    }
    if (beside && !right && !members.isEmpty()) {
      Shortcuts.take(laid, padding().top, padding().bottom);
    }
    if (!idle.isEmpty()) {
      double border = laid.width;
      new IdleRows(laid, padding()).add(idle, room);
      laid.extend(border);
    }
    double y = TITLE_Y;
    for (BlockShape shape : title) {
      laid.blocks.add(new Placed(shape, TITLE_X, y));
      y += shape.height();
    }
    group.ifPresent(g -> laid.frames.add(0, new Frame(g, 0, 0, laid.width, laid.height)));
    return laid;
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
