package io.github.chainbook.figure.hook;

import io.github.chainbook.figure.Row.Met;
import io.github.chainbook.figure.hook.HookFigure.Track;
import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways between the places of a machine: {@code net/ipv4/ip_input.c}, {@code ip_forward.c} and
 * {@code ip_output.c} of the kernel.
 */
final class Tracks {

  private static final String LOOPBACK = "lo";

  private record Pair(Place from, Place to) {}

  /** Which of them a packet takes, and whether it is known to. */
  private final Map<Pair, Met> taken = new HashMap<>();

  private final boolean packet;
  private final Messages words;

  /** Those that some packet can take. */
  Tracks(Messages words) {
    this.words = words;
    this.packet = false;
  }

  /** The same, with those that a packet takes. */
  Tracks(Messages words, Trace trace) {
    this.words = words;
    this.packet = true;
    boolean known = trace.isDecided() || trace.branches().isEmpty();
    List<Trace> ways = known ? List.of(trace) : trace.branches();
    int certain = trace.isDecided() ? Integer.MAX_VALUE : known ? 0 : common(ways);
    ways.forEach(way -> add(way, certain));
  }

  /** How many hooks all ways pass, from the first on. */
  private static int common(List<Trace> ways) {
    int common = 0;
    while (hookAt(ways.get(0), common) != null) {
      Hook hook = hookAt(ways.get(0), common);
      int at = common;
      if (!ways.stream().allMatch(way -> hookAt(way, at) == hook)) {
        return common;
      }
      common++;
    }
    return common;
  }

  private static Hook hookAt(Trace way, int index) {
    return index < way.hooks().size() ? way.hooks().get(index).hook() : null;
  }

  private void add(Trace way, int certain) {
    List<HookPassage> hooks = way.hooks();
    for (int i = 0; i < hooks.size(); i++) {
      HookPassage to = hooks.get(i);
      List<Place> places =
          i == 0 ? beginning(to) : between(Place.of(hooks.get(i - 1).hook()), Place.of(to.hook()));
      take(places, i < certain);
    }
    if (!hooks.isEmpty() && hooks.get(hooks.size() - 1).passed()) {
      take(end(way, hooks.get(hooks.size() - 1)), certain == Integer.MAX_VALUE);
    }
  }

  private static List<Place> beginning(HookPassage first) {
    if (first.hook() == Hook.OUTPUT) {
      return List.of(Place.PROCESS, Place.SENDING, Place.OUTPUT);
    }
    boolean looped = LOOPBACK.equals(first.in());
    return List.of(looped ? Place.POSTROUTING : Place.ARRIVAL, Place.PREROUTING);
  }

  // A copy of what is sent to a group passes POSTROUTING before the packet itself.
  private static List<Place> between(Place from, Place to) {
    return switch (from) {
      case PREROUTING -> List.of(from, Place.ROUTING, to);
      case OUTPUT -> List.of(from, Place.REROUTING, to);
      default -> from == to ? List.of(from) : List.of(from, to);
    };
  }

  private static List<Place> end(Trace way, HookPassage last) {
    Place place = Place.of(last.hook());
    if (way.verdict() != Verdict.ACCEPT) {
      return place == Place.PREROUTING ? List.of(place, Place.ROUTING) : List.of(place);
    }
    if (place == Place.INPUT) {
      return List.of(place, Place.PROCESS);
    }
    boolean leaves = place == Place.POSTROUTING && !LOOPBACK.equals(last.out());
    return leaves ? List.of(place, Place.DEPARTURE) : List.of(place);
  }

  private void take(List<Place> places, boolean certain) {
    for (int i = 1; i < places.size(); i++) {
      Met met = certain ? Met.YES : Met.PERHAPS;
      taken.merge(
          new Pair(places.get(i - 1), places.get(i)),
          met,
          (one, other) -> one == Met.YES ? one : other);
    }
  }

  /** All of them. */
  List<Track> all() {
    List<Track> all = new ArrayList<>();
    all.add(track(Place.ARRIVAL, Place.PREROUTING, ""));
    all.add(track(Place.PREROUTING, Place.ROUTING, ""));
    all.add(track(Place.ROUTING, Place.INPUT, words.text("track.here")));
    all.add(track(Place.ROUTING, Place.FORWARD, words.text("track.another")));
    all.add(track(Place.INPUT, Place.PROCESS, ""));
    all.add(track(Place.PROCESS, Place.SENDING, ""));
    all.add(track(Place.SENDING, Place.OUTPUT, ""));
    all.add(track(Place.OUTPUT, Place.REROUTING, ""));
    all.add(track(Place.REROUTING, Place.POSTROUTING, ""));
    all.add(track(Place.FORWARD, Place.POSTROUTING, ""));
    all.add(track(Place.POSTROUTING, Place.DEPARTURE, ""));
    all.add(
        track(
            Place.POSTROUTING, Place.PREROUTING, words.text("track.loopback", "device", LOOPBACK)));
    return all;
  }

  private Track track(Place from, Place to, String label) {
    Met met = packet ? taken.getOrDefault(new Pair(from, to), Met.NO) : Met.UNKNOWN;
    return new Track(from, to, label, met);
  }
}
