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

/** The hooks one below the other, for narrow screens; ways that skip some run beside them. */
public final class HookColumn {

  /** From top to bottom, so that most ways lead straight down. */
  private static final List<Place> ORDER =
      List.of(
          Place.ARRIVAL,
          Place.PREROUTING,
          Place.ROUTING,
          Place.INPUT,
          Place.PROCESS,
          Place.SENDING,
          Place.OUTPUT,
          Place.REROUTING,
          Place.FORWARD,
          Place.POSTROUTING,
          Place.DEPARTURE);

  private static final double WIDTH = 252;
  private static final double LANE = 14;
  private static final double STEP = 26;
  private static final int CELLS = 30;

  private final HookFigure hooks;
  private final Map<Place, Placed> boxes = new EnumMap<>(Place.class);
  private final double left = Metrics.MARGIN + LANE;

  private HookColumn(HookFigure hooks) {
    this.hooks = hooks;
  }

  /** In one column. */
  public static Layout of(HookFigure hooks) {
    return new HookColumn(hooks).layout();
  }

  private Layout layout() {
    double y = Metrics.MARGIN;
    for (Place place : ORDER) {
      var box = hooks.figure().boxes().get(place.ordinal());
      Placed placed = new Placed(BoxMeasure.of(box, CELLS, WIDTH), left, y);
      boxes.put(place, placed);
      y += placed.shape().height() + STEP;
    }
    List<PassageRoute> passages = new ArrayList<>();
    for (Track track : hooks.tracks()) {
      passages.add(new PassageRoute(track.met(), points(track), label(track)));
    }
    return Notes.below(
        hooks.figure(),
        left + WIDTH + 2 * LANE + Metrics.MARGIN,
        y - STEP + Metrics.MARGIN,
        List.copyOf(boxes.values()),
        List.of(),
        passages);
  }

  private List<Point> points(Track track) {
    Placed from = boxes.get(track.from());
    Placed to = boxes.get(track.to());
    double right = left + WIDTH;
    if (track.to() == Place.FORWARD) {
      return beside(right, right + LANE, entry(from), entry(to));
    }
    if (track.from() == Place.POSTROUTING && track.to() == Place.PREROUTING) {
      return beside(right, right + 2 * LANE, entry(from), entry(to));
    }
    if (track.from() == Place.REROUTING) {
      return beside(left, left - LANE, entry(from), entry(to));
    }
    double x = left + WIDTH / 2;
    return List.of(new Point(x, from.y() + from.shape().height()), new Point(x, to.y()));
  }

  private static List<Point> beside(double x, double lane, double from, double to) {
    return List.of(
        new Point(x, from), new Point(lane, from), new Point(lane, to), new Point(x, to));
  }

  private static double entry(Placed box) {
    return box.y() + box.shape().entry();
  }

  private Optional<Words> label(Track track) {
    if (track.label().isEmpty()) {
      return Optional.empty();
    }
    Placed from = boxes.get(track.from());
    Placed to = boxes.get(track.to());
    double width = Metrics.width(Cells.of(track.label()), Metrics.SMALL_FONT);
    double right = left + WIDTH;
    double x = left + WIDTH / 2 - 7 - width;
    double y = from.y() + from.shape().height() + STEP / 2 + 3;
    if (track.to() == Place.FORWARD) {
      x = right + LANE - 5 - width;
    } else if (track.to() == Place.PREROUTING) {
      x = right + 2 * LANE - 5 - width;
      y = to.y() - 7;
    }
    return Optional.of(new Words(Words.Role.SUBTITLE, track.label(), x, y, Metrics.SMALL_FONT));
  }
}
