package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Figure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Orders the boxes of a figure so that, one below the other, each follows what leads to it. */
public final class CallOrder {

  private CallOrder() {}

  /** The same figure: after each box come those that it leads to, in the order of its rows. */
  public static Figure of(Figure figure) {
    List<List<Integer>> next = new ArrayList<>();
    figure.boxes().forEach(box -> next.add(new ArrayList<>()));
    figure.arrows().forEach(arrow -> next.get(arrow.from()).add(0, arrow.to()));
    Set<Integer> order = new LinkedHashSet<>();
    for (int start : starts(figure)) {
      Deque<Integer> open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty()) {
        int box = open.pop();
        if (order.add(box)) {
          next.get(box).forEach(open::push);
        }
      }
    }
    List<Integer> old = List.copyOf(order);
    int[] place = new int[old.size()];
    for (int i = 0; i < place.length; i++) {
      place[old.get(i)] = i;
    }
    return new Figure(
        figure.title(),
        figure.description(),
        old.stream().map(figure.boxes()::get).toList(),
        figure.arrows().stream().map(arrow -> moved(arrow, place)).toList(),
        figure.notes(),
        figure.leftOut());
  }

  // Hooks first, then boxes that nothing leads to, then those in circles.
  private static List<Integer> starts(Figure figure) {
    List<Box> boxes = figure.boxes();
    Set<Integer> starts = new LinkedHashSet<>();
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).kind() == Box.Kind.HOOK) {
        starts.add(i);
      }
    }
    Set<Integer> entered = new LinkedHashSet<>();
    figure.arrows().forEach(arrow -> entered.add(arrow.to()));
    for (int i = 0; i < boxes.size(); i++) {
      if (!entered.contains(i)) {
        starts.add(i);
      }
    }
    for (int i = 0; i < boxes.size(); i++) {
      starts.add(i);
    }
    return List.copyOf(starts);
  }

  private static Arrow moved(Arrow arrow, int[] place) {
    return new Arrow(
        place[arrow.from()],
        arrow.row(),
        place[arrow.to()],
        arrow.rule(),
        arrow.rules(),
        arrow.isGoto(),
        arrow.label(),
        arrow.link());
  }
}
