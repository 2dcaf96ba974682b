package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.deployment.Block;
import java.util.List;
import java.util.Optional;

/**
 * A block of a deployment before it has a place.
 *
 * @param block the block
 * @param width how wide it is
 * @param height how high it is
 * @param rows its lines
 */
public record BlockShape(Block block, double width, double height, List<Row> rows) {

  public BlockShape {
    rows = List.copyOf(rows);
  }

  /**
   * A line of a block, or two that say one thing: what a rule does, and which rule it is.
   *
   * @param lines the lines
   * @param top how far below the top of the block it begins
   * @param height how high it is
   * @param words its texts
   */
  public record Row(List<Line> lines, double top, double height, List<Words> words) {

    public Row {
      lines = List.copyOf(lines);
      words = List.copyOf(words);
    }

    /** Where it leads; empty if nowhere. */
    public Optional<Link> link() {
      return lines.stream().flatMap(line -> line.link().stream()).findFirst();
    }
  }

  /**
   * How far below its top a wire leaves it that goes sideways: at the row that says why it does.
   */
  double exit() {
    return switch (block.kind()) {
      case NETFILTER, PASSING -> middle(rows.get(rows.size() - 1));
      case PROCESS, PROXY -> middle(rows.get(0));
      default -> height / 2;
    };
  }

  /** How far below its top a wire enters it that comes sideways. */
  double entry() {
    return switch (block.kind()) {
      case PROCESS, PROXY, NETFILTER, PASSING -> middle(rows.get(0));
      default -> height / 2;
    };
  }

  private static double middle(Row row) {
    return row.top() + row.height() / 2;
  }
}
