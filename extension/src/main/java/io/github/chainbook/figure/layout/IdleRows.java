package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.layout.DeploymentLayout.Placed;
import io.github.chainbook.figure.layout.Nest.Member;
import java.util.List;
import org.eclipse.elk.core.math.ElkPadding;

/** Puts what no wire comes to in rows below the rest. */
final class IdleRows {

  private static final double BETWEEN = 16;

  private final Laid laid;
  private final ElkPadding padding;
  private final boolean alone;
  private double x;
  private double y;
  private double bottom;

  IdleRows(Laid laid, ElkPadding padding) {
    this.laid = laid;
    this.padding = padding;
    this.alone = laid.blocks.isEmpty();
    this.x = padding.left;
    this.y = alone ? padding.top : laid.height - padding.bottom + BETWEEN;
    this.bottom = y;
  }

  /**
   * Adds the parts.
   *
   * @param room how wide a row may be; more where the rest is wider
   */
  void add(List<Member> parts, double room) {
    double right = Math.max(alone ? 0 : laid.width, room) - padding.right;
    for (Member part : parts) {
      double width = part.inside().map(i -> i.width).orElseGet(() -> part.shape().get().width());
      double height = part.inside().map(i -> i.height).orElseGet(() -> part.shape().get().height());
      if (x > padding.left && x + width > right) {
        x = padding.left;
        y = bottom + BETWEEN;
      }
      double left = x;
      part.inside().ifPresent(inside -> laid.add(inside, left, y));
      part.shape().ifPresent(shape -> laid.blocks.add(new Placed(shape, left, y)));
      x += width + BETWEEN;
      bottom = Math.max(bottom, y + height);
      laid.width = Math.max(laid.width, left + width + padding.right);
    }
    laid.height = bottom + padding.bottom;
  }
}
