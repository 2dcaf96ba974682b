package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.deployment.Block;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.deployment.Group;
import io.github.chainbook.figure.deployment.Wire;
import io.github.chainbook.figure.layout.DeploymentLayout.Frame;
import io.github.chainbook.figure.layout.DeploymentLayout.Placed;
import io.github.chainbook.figure.layout.DeploymentLayout.Way;
import io.github.chainbook.figure.layout.Route.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for what must not be in the layout of a deployment: what overlaps, crosses or is amiss. */
public final class DeploymentLayoutProblems {

  private static final double ROUNDING = 0.01;

  private final DeploymentFigure figure;
  private final DeploymentLayout layout;
  private final List<String> problems = new ArrayList<>();

  private record Area(String name, double x, double y, double right, double bottom) {

    boolean overlaps(Area other) {
      return x < other.right - ROUNDING
          && other.x < right - ROUNDING
          && y < other.bottom - ROUNDING
          && other.y < bottom - ROUNDING;
    }

    boolean holds(Area other) {
      return other.x >= x - ROUNDING
          && other.y >= y - ROUNDING
          && other.right <= right + ROUNDING
          && other.bottom <= bottom + ROUNDING;
    }

    boolean hasAtBorder(Point point) {
      boolean beside =
          Math.min(Math.abs(point.x() - x), Math.abs(point.x() - right)) < ROUNDING
              && point.y() > y - ROUNDING
              && point.y() < bottom + ROUNDING;
      boolean aboveOrBelow =
          Math.min(Math.abs(point.y() - y), Math.abs(point.y() - bottom)) < ROUNDING
              && point.x() > x - ROUNDING
              && point.x() < right + ROUNDING;
      return beside || aboveOrBelow;
    }
  }

  private DeploymentLayoutProblems(DeploymentFigure figure, DeploymentLayout layout) {
    this.figure = figure;
    this.layout = layout;
  }

  /** What is wrong; nothing if all is well. */
  public static List<String> of(DeploymentFigure figure, DeploymentLayout layout) {
    DeploymentLayoutProblems check = new DeploymentLayoutProblems(figure, layout);
    check.everythingIsThere();
    check.blocks();
    check.frames();
    layout.blocks().forEach(check::words);
    layout.ways().forEach(check::way);
    check.textsStandAlone();
    check.headsApart();
    check.waysOfTheirOwn();
    return check.problems;
  }

  private void everythingIsThere() {
    List<Block> drawn = layout.blocks().stream().map(p -> p.shape().block()).toList();
    if (drawn.size() != figure.blocks().count() || !drawn.containsAll(figure.blocks().toList())) {
      problems.add("not each block is there once");
    }
    List<Wire> seen = figure.wires().stream().filter(Wire::isSeen).toList();
    if (!seen.equals(layout.ways().stream().map(Way::wire).toList())) {
      problems.add("not each wire is there once");
    }
  }

  private void blocks() {
    Area whole = new Area("the figure", 0, 0, layout.width(), layout.height());
    List<Area> areas = layout.blocks().stream().map(DeploymentLayoutProblems::area).toList();
    for (int i = 0; i < areas.size(); i++) {
      Area area = areas.get(i);
      if (!whole.holds(area)) {
        problems.add(area.name() + " is not inside the figure");
      }
      areas.subList(i + 1, areas.size()).stream()
          .filter(area::overlaps)
          .forEach(other -> problems.add(area.name() + " overlaps " + other.name()));
    }
  }

  private void frames() {
    for (Frame frame : layout.frames()) {
      Area area = area(frame);
      List<Block> own = blocks(frame.group()).toList();
      for (Placed placed : layout.blocks()) {
        Area block = area(placed);
        boolean member = own.contains(placed.shape().block());
        if (member && !area.holds(block) || !member && area.overlaps(block)) {
          problems.add(block.name() + (member ? " is not in " : " is in ") + area.name());
        }
      }
      for (Frame other : layout.frames()) {
        boolean nested = area.holds(area(other)) || area(other).holds(area);
        if (!nested && area.overlaps(area(other))) {
          problems.add(area.name() + " overlaps " + area(other).name());
        }
      }
    }
  }

  private void words(Placed placed) {
    BlockShape shape = placed.shape();
    List<Area> areas = new ArrayList<>();
    for (BlockShape.Row row : shape.rows()) {
      for (Words w : row.words()) {
        // A line's letters reach from a font's height above its base to a fifth of that below.
        areas.add(
            new Area(
                w.text(),
                w.x(),
                w.y() - w.font() * 0.8,
                w.x() + w.width(),
                w.y() + w.font() * 0.2));
      }
    }
    Area inner = new Area("", 0, 0, shape.width(), shape.height());
    for (int i = 0; i < areas.size(); i++) {
      Area words = areas.get(i);
      if (!inner.holds(words)) {
        problems.add("text over the border of " + area(placed).name() + ": " + words.name());
      }
      areas.subList(i + 1, areas.size()).stream()
          .filter(words::overlaps)
          .forEach(other -> problems.add("text over text: " + words.name() + ", " + other.name()));
    }
  }

  // Wherever it stands: no letter lies on another one, on a border or on a line.
  private void textsStandAlone() {
    List<Area> texts = new ArrayList<>();
    List<Area> lines = new ArrayList<>();
    layout.frames().forEach(frame -> lines.addAll(borders(area(frame))));
    for (Placed placed : layout.blocks()) {
      if (placed.shape().block().kind() != Block.Kind.TITLE) {
        lines.addAll(borders(area(placed)));
      }
      placed.shape().rows().stream()
          .flatMap(row -> row.words().stream())
          .forEach(words -> texts.add(area(placed, words)));
    }
    for (Way way : layout.ways()) {
      for (int i = 1; i < way.points().size(); i++) {
        lines.add(line("a way", way.points().get(i - 1), way.points().get(i)));
      }
    }
    for (int i = 0; i < texts.size(); i++) {
      Area text = texts.get(i);
      Stream.concat(texts.subList(i + 1, texts.size()).stream(), lines.stream())
          .filter(text::overlaps)
          .forEach(other -> problems.add(text.name() + " lies on " + other.name()));
    }
  }

  private static Area area(Placed placed, Words words) {
    double x = placed.x() + words.x();
    double y = placed.y() + words.y();
    return new Area(
        "text " + words.text(),
        x,
        y - words.font() * 0.8,
        x + words.width(),
        y + words.font() * 0.2);
  }

  private static List<Area> borders(Area of) {
    Point topLeft = new Point(of.x(), of.y());
    Point topRight = new Point(of.right(), of.y());
    Point bottomLeft = new Point(of.x(), of.bottom());
    Point bottomRight = new Point(of.right(), of.bottom());
    String name = "the border of " + of.name();
    return List.of(
        line(name, topLeft, topRight),
        line(name, bottomLeft, bottomRight),
        line(name, topLeft, bottomLeft),
        line(name, topRight, bottomRight));
  }

  // Heads are eight wide.
  private void headsApart() {
    List<Way> headed = layout.ways().stream().filter(way -> way.wire().head()).toList();
    for (int i = 0; i < headed.size(); i++) {
      Point tip = tip(headed.get(i));
      for (Way other : headed.subList(i + 1, headed.size())) {
        Point also = tip(other);
        if (Math.hypot(tip.x() - also.x(), tip.y() - also.y()) < 8) {
          problems.add("heads of " + headed.get(i).wire() + " and " + other.wire());
        }
      }
    }
  }

  private static Point tip(Way way) {
    return way.points().get(way.points().size() - 1);
  }

  private void way(Way way) {
    List<Point> points = way.points();
    Area from = area(way.wire().from());
    Area to = area(way.wire().to());
    String name = from.name() + " to " + to.name();
    if (!from.hasAtBorder(points.get(0)) || !to.hasAtBorder(points.get(points.size() - 1))) {
      problems.add(name + ": does not lead from border to border: " + points);
    }
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      if (Math.abs(a.x() - b.x()) > ROUNDING && Math.abs(a.y() - b.y()) > ROUNDING) {
        problems.add(name + ": is not right-angled: " + a + b);
      }
      Area line = line(name, a, b);
      layout.blocks().stream()
          .map(DeploymentLayoutProblems::area)
          .filter(line::overlaps)
          .forEach(block -> problems.add(name + ": crosses " + block.name()));
    }
  }

  // Two lines may cross; where they ran in one another nobody could tell them apart.
  private void waysOfTheirOwn() {
    for (int i = 0; i < layout.ways().size(); i++) {
      Way way = layout.ways().get(i);
      for (Way other : layout.ways().subList(i + 1, layout.ways().size())) {
        if (shared(way, other) > 12) {
          problems.add("one line for " + way.wire() + " and " + other.wire());
        }
      }
    }
  }

  private static double shared(Way way, Way other) {
    double longest = 0;
    for (int i = 1; i < way.points().size(); i++) {
      for (int k = 1; k < other.points().size(); k++) {
        Area a = line("", way.points().get(i - 1), way.points().get(i));
        Area b = line("", other.points().get(k - 1), other.points().get(k));
        double across = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        double down = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        if (across > 0 && down > 0) {
          longest = Math.max(longest, Math.max(across, down));
        }
      }
    }
    return longest;
  }

  private static Area line(String name, Point a, Point b) {
    double around = 0.3;
    return new Area(
        name,
        Math.min(a.x(), b.x()) - (a.x() == b.x() ? around : -1),
        Math.min(a.y(), b.y()) - (a.y() == b.y() ? around : -1),
        Math.max(a.x(), b.x()) + (a.x() == b.x() ? around : -1),
        Math.max(a.y(), b.y()) + (a.y() == b.y() ? around : -1));
  }

  private Area area(int number) {
    return layout.blocks().stream()
        .filter(placed -> placed.shape().block().number() == number)
        .map(DeploymentLayoutProblems::area)
        .findFirst()
        .orElseThrow();
  }

  private static Area area(Placed placed) {
    BlockShape shape = placed.shape();
    return new Area(
        shape.block().kind() + " " + shape.block().lines().get(0).text(),
        placed.x(),
        placed.y(),
        placed.x() + shape.width(),
        placed.y() + shape.height());
  }

  private static Area area(Frame frame) {
    return new Area(
        frame.group().name(),
        frame.x(),
        frame.y(),
        frame.x() + frame.width(),
        frame.y() + frame.height());
  }

  private static Stream<Block> blocks(Group group) {
    return group.parts().stream()
        .flatMap(part -> part instanceof Group inner ? blocks(inner) : Stream.of((Block) part));
  }
}
