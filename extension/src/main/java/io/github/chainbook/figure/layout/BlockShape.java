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

  /** How much room a piece of a flow's line has at the left of its name. */
  public static final double SAMPLE = 30;

  /** How far below the top of a small block the middle of its first line is. */
  public static final double LINE_MIDDLE = 9;

  /** How far wires are from one another that pass a block side by side. */
  private static final double WIRE = 11;

  /**
   * The shape with room for wires that meet it side by side.
   *
   * @param above how many there are at its upper side, or at its lower one
   * @param beside how many there are at its left side, or at its right one
   */
  BlockShape forWires(int above, int beside) {
    double newWidth = Math.max(width, room(above));
    double newHeight = Math.max(height, room(beside));
    double x = (newWidth - width) / 2;
    double y = (newHeight - height) / 2;
    List<Row> moved =
        rows.stream()
            .map(
                row ->
                    new Row(
                        row.lines(),
                        row.top() + y,
                        row.height(),
                        row.words().stream().map(words -> words.moved(x, y)).toList()))
            .toList();
    return new BlockShape(block, newWidth, newHeight, moved);
  }

  private static double room(int wires) {
    return (wires - 1) * WIRE + 12;
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
