package io.github.chainbook.figure.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallOrderTest {

  @Test
  void eachBoxFollowsWhatLeadsToItAndCirclesComeLast() {
    Figure figure = figure(new int[][] {{4}, {}, {3, 2}, {1}, {3}, {}}, 0, 1);
    Figure ordered = CallOrder.of(figure);
    assertThat(names(ordered)).containsExactly("c0", "c4", "c3", "c1", "c5", "c2");
    assertThat(ways(ordered)).containsExactlyInAnyOrderElementsOf(ways(figure));
  }

  private static List<String> names(Figure figure) {
    return figure.boxes().stream().map(Box::name).toList();
  }

  private static List<String> ways(Figure figure) {
    List<String> names = names(figure);
    return figure.arrows().stream()
        .map(arrow -> names.get(arrow.from()) + arrow.rule() + names.get(arrow.to()))
        .toList();
  }

  private static Figure figure(int[][] leads, int... hooks) {
    List<Box> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < leads.length; i++) {
      List<Row> rows = new ArrayList<>();
      for (int k = 0; k < leads[i].length; k++) {
        Link link = new Link("c" + i + ":" + (k + 1), "");
        rows.add(Row.of(k + 1, List.of(), Row.Kind.JUMP, "", link));
        arrows.add(new Arrow(i, k, leads[i][k], String.valueOf(k + 1), 1, false, "", link));
      }
      boolean hook = i == hooks[0] || i == hooks[1];
      Box.Kind kind = hook ? Box.Kind.HOOK : Box.Kind.USER;
      boxes.add(new Box("c" + i, kind, "", new Link("c" + i, ""), "Rules", rows));
    }
    return new Figure("t", "", boxes, arrows);
  }
}
