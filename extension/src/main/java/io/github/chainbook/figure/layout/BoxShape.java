package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Box;
import java.util.List;

/**
 * A box before it has a place.
 *
 * @param box the box
 * @param width how wide it is
 * @param height how high it is
 * @param headHeight how high its head is
 * @param head the texts of its head
 * @param rows its rows
 */
public record BoxShape(
    Box box,
    double width,
    double height,
    double headHeight,
    List<Words> head,
    List<RowShape> rows) {

  /** How far below its top arrows lead to it. */
  double entry() {
    return headHeight / 2;
  }
}
