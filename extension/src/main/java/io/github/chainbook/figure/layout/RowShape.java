package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Row;
import java.util.List;

/**
 * A row in its box.
 *
 * @param row the row
 * @param top how far below the top of the box it begins
 * @param height how high it is
 * @param words its texts
 */
public record RowShape(Row row, double top, double height, List<Words> words) {

  /** How far below the top of the box an arrow leaves it: where it says what it does. */
  double exit() {
    return top + height - Metrics.ROW_MARGIN / 2 - Metrics.LINE / 2;
  }
}
