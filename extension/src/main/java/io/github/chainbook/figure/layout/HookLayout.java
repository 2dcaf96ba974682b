package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.hook.HookFigure;
import io.github.chainbook.figure.hook.HookFigure.Track;
import io.github.chainbook.figure.hook.Place;
import io.github.chainbook.figure.layout.Layout.PassageRoute;
import io.github.chainbook.figure.layout.Layout.Placed;
import io.github.chainbook.figure.layout.Route.Point;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hooks as they are usually drawn: what arrives at the left, what leaves at the right, what
 * this machine does itself below.
 */
public final class HookLayout {

  private static final double WIDTH = 232;
  private static final double GAP = 40;
  private static final int CELLS = 27;

  /** Where the way back by lo runs, and where boxes begin below it. */
  private static final double LOOP = 52;

  private static final double TOP = 78;
  private static final double STEP = 34;

  private final HookFigure hooks;
  private final Map<Place, Placed> boxes = new EnumMap<>(Place.class);

  private HookLayout(HookFigure hooks) {
    this.hooks = hooks;
  }

  /** In three columns. */
  public static Layout of(HookFigure hooks) {
    return new HookLayout(hooks).layout();
  }

  private Layout layout() {
    double left = Metrics.MARGIN;
    double middle = left + WIDTH + GAP;
    double right = middle + WIDTH + GAP;
    put(Place.ARRIVAL, left, Metrics.MARGIN);
    put(Place.DEPARTURE, right, Metrics.MARGIN);
    put(Place.PREROUTING, left, TOP);
    put(Place.FORWARD, middle, TOP);
    put(Place.POSTROUTING, right, TOP);
    double upper = Math.max(bottom(Place.PREROUTING), bottom(Place.FORWARD));
    double routing = Math.max(upper, bottom(Place.POSTROUTING)) + STEP;
    put(Place.ROUTING, left, routing);
    put(Place.REROUTING, right, routing);
    double lower = bottom(Place.ROUTING) + STEP;
    put(Place.INPUT, left, lower);
    put(Place.PROCESS, middle, lower);
    put(Place.SENDING, middle, bottom(Place.PROCESS) + STEP);
    put(Place.OUTPUT, right, lower);
    List<PassageRoute> passages = new ArrayList<>();
    for (Track track : hooks.tracks()) {
      passages.add(new PassageRoute(track.met(), points(track), label(track)));
    }
    double bottom = boxes.values().stream().mapToDouble(HookLayout::bottom).max().orElse(0);
    return Notes.below(
        hooks.figure(),
        right + WIDTH + Metrics.MARGIN,
        bottom + Metrics.MARGIN,
        List.copyOf(boxes.values()),
        List.of(),
        passages);
  }

  private void put(Place place, double x, double y) {
    var box = hooks.figure().boxes().get(place.ordinal());
    boxes.put(place, new Placed(BoxMeasure.of(box, CELLS, WIDTH), x, y));
  }

  private double bottom(Place place) {
    return bottom(boxes.get(place));
  }

  private static double bottom(Placed box) {
    return box.y() + box.shape().height();
  }

  private List<Point> points(Track track) {
    Placed from = boxes.get(track.from());
    Placed to = boxes.get(track.to());
    double center = WIDTH / 2;
    if (track.from() == Place.POSTROUTING && track.to() == Place.PREROUTING) {
      double begin = from.x() + WIDTH / 4;
      double end = to.x() + WIDTH * 3 / 4;
      return List.of(
          new Point(begin, from.y()),
          new Point(begin, LOOP),
          new Point(end, LOOP),
          new Point(end, to.y()));
    }
    if (track.to() == Place.FORWARD) {
      double x = to.x() - GAP / 2;
      double y = middle(from);
      return List.of(
          new Point(from.x() + WIDTH, y),
          new Point(x, y),
          new Point(x, entry(to)),
          new Point(to.x(), entry(to)));
    }
    if (track.to() == Place.OUTPUT) {
      double x = to.x() - GAP / 2;
      return List.of(
          new Point(from.x() + WIDTH, middle(from)),
          new Point(x, middle(from)),
          new Point(x, entry(to)),
          new Point(to.x(), entry(to)));
    }
    if (from.x() != to.x()) {
      return List.of(new Point(from.x() + WIDTH, entry(to)), new Point(to.x(), entry(to)));
    }
    double x = from.x() + center;
    return from.y() < to.y()
        ? List.of(new Point(x, bottom(from)), new Point(x, to.y()))
        : List.of(new Point(x, from.y()), new Point(x, bottom(to)));
  }

  private static double entry(Placed box) {
    return box.y() + box.shape().entry();
  }

  private static double middle(Placed box) {
    return box.y() + box.shape().height() / 2;
  }

  private Optional<Words> label(Track track) {
    if (track.label().isEmpty()) {
      return Optional.empty();
    }
    Placed from = boxes.get(track.from());
    Placed to = boxes.get(track.to());
    double x = from.x() + WIDTH / 2 + 7;
    double y = bottom(from) + STEP / 2 + 3;
    if (track.to() == Place.FORWARD) {
      x = to.x() - GAP / 2 + 7;
      y = middle(from) + 4;
    } else if (track.to() == Place.PREROUTING) {
      x = to.x() + WIDTH + GAP;
      y = LOOP - 5;
    }
    return Optional.of(new Words(Words.Role.SUBTITLE, track.label(), x, y, Metrics.SMALL_FONT));
  }
}
