package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.deployment.Block;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.deployment.Group;
import io.github.chainbook.figure.deployment.Part;
import io.github.chainbook.figure.deployment.Wire;
import io.github.chainbook.figure.layout.DeploymentLayout.Way;
import io.github.chainbook.figure.layout.Route.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Lays out groups from the inside outwards: each is a graph of its own, in which the groups in it
 * are boxes. So each may have its own direction. A wire that crosses a border does so at a port of
 * the group.
 */
final class Nest {

  private static final double MOST_HEAD = 5 * Metrics.LINE;

  private final Course course;
  private final boolean wide;
  private final int cells;

  private Nest(Course course, boolean wide, int cells) {
    this.course = course;
    this.wide = wide;
    this.cells = cells;
  }

  static DeploymentLayout lay(DeploymentFigure figure, boolean wide, int cells) {
    List<Wire> seen = figure.wires().stream().filter(Wire::isSeen).toList();
    Laid laid =
        new Nest(Course.of(seen), wide, cells).level(Optional.empty(), figure.parts(), false, 0);
    List<Way> ways = new ArrayList<>();
    laid.ways.forEach((wire, points) -> ways.add(new Way(seen.get(wire), straight(points))));
    return new DeploymentLayout(laid.width, laid.height, laid.frames, laid.blocks, ways);
  }

  /**
   * A part with what is in it.
   *
   * @param numbers the numbers of the blocks in it, or its own, in rising order
   * @param shape its shape, of a block
   * @param inside what is in it, of a group
   */
  record Member(Set<Integer> numbers, Optional<BlockShape> shape, Optional<Laid> inside) {

    boolean holds(int number) {
      return numbers.contains(number);
    }
  }

  /**
   * Lays out a group.
   *
   * @param parts what is in it
   * @param beside whether other groups stand to its left and right
   * @param head how high its head is at least
   */
  private Laid level(Optional<Group> group, List<Part> parts, boolean beside, double head) {
    boolean right = wide && group.map(Group::kind).filter(Group.Kind.NAMESPACE::equals).isEmpty();
    double heads = right ? heads(parts) : 0;
    Set<Integer> all = new TreeSet<>();
    parts.forEach(part -> all.addAll(numbers(part)));
    List<BlockShape> title = new ArrayList<>();
    List<Member> members = new ArrayList<>();
    for (Part part : parts) {
      if (isTitle(part)) {
        title.add(BlockMeasure.of((Block) part, cells));
      }
    }
    for (Part part : ordered(parts)) {
      Optional<Laid> inside =
          part instanceof Group inner
              ? Optional.of(level(Optional.of(inner), inner.parts(), right, heads))
              : Optional.empty();
      Optional<BlockShape> shape =
          part instanceof Block single ? Optional.of(shape(single, all, right)) : Optional.empty();
      members.add(new Member(numbers(part), shape, inside));
    }
    return new Level(course, members, group, title, right, beside, head, room()).lay();
  }

  private static boolean isTitle(Part part) {
    return part instanceof Block block && block.kind() == Block.Kind.TITLE;
  }

  // All but titles, as they are to stand. What is inside must know which wires leave for the left.
  private List<Part> ordered(List<Part> parts) {
    List<Part> all =
        parts.stream()
            .filter(part -> !isTitle(part))
            .sorted(Comparator.comparing(part -> numbers(part).iterator().next()))
            .toList();
    List<Set<Integer>> numbers = all.stream().map(Nest::numbers).toList();
    List<Integer> order = WireOrder.of(numbers, course.wires());
    course.read(order.stream().map(numbers::get).toList());
    return order.stream().map(all::get).toList();
  }

  // What comes from another group comes sideways, where groups stand beside one another.
  private BlockShape shape(Block block, Set<Integer> group, boolean right) {
    IntPredicate sideways = other -> right || wide && !group.contains(other);
    return BlockMeasure.of(block, cells)
        .forWires(
            course.besideOneAnother(block.number(), sideways.negate()),
            course.besideOneAnother(block.number(), sideways));
  }

  // How wide what no flow comes to may become, before another row begins.
  private double room() {
    return wide ? DeploymentLayout.COLUMN : DeploymentLayout.PHONE;
  }

  // Wires between groups are level where their heads are alike.
  private double heads(List<Part> parts) {
    double highest = 0;
    for (Part part : parts) {
      if (part instanceof Group group && group.parts().get(0) instanceof Block title) {
        double height = BlockMeasure.of(title, cells).height();
        highest = height < MOST_HEAD ? Math.max(highest, height) : highest;
      }
    }
    return highest;
  }

  private static Set<Integer> numbers(Part part) {
    Set<Integer> numbers = new TreeSet<>();
    if (part instanceof Group group) {
      group.parts().forEach(inner -> numbers.addAll(numbers(inner)));
    } else {
      numbers.add(((Block) part).number());
    }
    return numbers;
  }

  // A way is made of pieces; where two of them meet there is no corner.
  private static List<Point> straight(List<Point> points) {
    List<Point> kept = new ArrayList<>();
    for (Point point : points) {
      int size = kept.size();
      if (size > 0 && same(kept.get(size - 1), point)) {
        continue;
      }
      if (size > 1 && inLine(kept.get(size - 2), kept.get(size - 1), point)) {
        kept.remove(size - 1);
      }
      kept.add(point);
    }
    return kept;
  }

  private static boolean same(Point a, Point b) {
    return Math.abs(a.x() - b.x()) < 0.01 && Math.abs(a.y() - b.y()) < 0.01;
  }

  private static boolean inLine(Point a, Point b, Point c) {
    boolean upright = Math.abs(a.x() - b.x()) < 0.01 && Math.abs(b.x() - c.x()) < 0.01;
    boolean level = Math.abs(a.y() - b.y()) < 0.01 && Math.abs(b.y() - c.y()) < 0.01;
    return upright || level;
  }
}
