package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.deployment.Block;
import io.github.chainbook.figure.layout.Words.Role;
import io.github.chainbook.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Breaks the lines of a block into rows, and finds how large it is. Nothing is left out. */
final class BlockMeasure {

  private static final int MOST_DIGITS = 8;

  private final Block block;
  private final int cells;
  private final double padding;
  private final double margin;
  private final List<Draft> drafts = new ArrayList<>();

  /** A text that begins at the left end of its line, or ends at the right one. */
  private record Piece(Role role, String text, boolean right, int line) {}

  private record Draft(List<Line> lines, double font, int count, List<Piece> pieces) {

    /** How many cells its lines begin behind its number, if it has one. */
    int indent() {
      boolean numbered = !pieces.isEmpty() && pieces.get(0).role() == Role.NUMBER;
      return numbered ? Cells.of(pieces.get(0).text()) + 1 : 0;
    }

    double width(int line) {
      List<Piece> there =
          pieces.stream().filter(p -> p.line() == line && p.role() != Role.NUMBER).toList();
      int cells = there.stream().mapToInt(piece -> Cells.of(piece.text())).sum();
      int gap = there.size() > 1 ? Metrics.GAP : 0;
      return Metrics.width(indent() + cells + gap, font);
    }

    double width() {
      double widest = 0;
      for (int line = 0; line < count; line++) {
        widest = Math.max(widest, width(line));
      }
      return widest;
    }
  }

  private BlockMeasure(Block block, int cells) {
    this.block = block;
    this.cells = cells;
    boolean small = isSmall(block);
    this.padding = block.kind() == Block.Kind.TITLE ? 0 : small ? 8 : Metrics.PADDING;
    this.margin = block.kind() == Block.Kind.TITLE ? 0 : small ? 1.5 : 4;
  }

  /**
   * The shape of a block.
   *
   * @param cells the most cells of a line; what is longer goes on in the next one
   */
  static BlockShape of(Block block, int cells) {
    BlockMeasure measure = new BlockMeasure(block, cells);
    measure.read();
    return measure.shape();
  }

  static boolean isSmall(Block block) {
    return switch (block.kind()) {
      case HOP, LEGEND, DEVICE, LINK, SERVICE -> true;
      default -> false;
    };
  }

  private static boolean isNumbered(Block block) {
    return block.kind() == Block.Kind.HOP || block.kind() == Block.Kind.LEGEND && block.flow() > 0;
  }

  private void read() {
    List<Line> lines = block.lines();
    for (int i = 0; i < lines.size(); i++) {
      boolean paired =
          block.kind() == Block.Kind.NETFILTER
              && i + 1 < lines.size()
              && lines.get(i).tone() == Line.Tone.PLAIN
              && lines.get(i).link().isEmpty();
      if (paired) {
        drafts.add(ruleAndAction(lines.get(i), lines.get(i + 1)));
        i++;
      } else {
        drafts.add(draft(lines.get(i), i));
      }
    }
  }

  private Draft ruleAndAction(Line action, Line rule) {
    List<Piece> pieces = new ArrayList<>();
    List<String> left = wrap(rule);
    List<String> right = wrap(action);
    int both = Cells.of(left.get(0)) + Metrics.GAP + Cells.of(right.get(0));
    boolean oneLine = left.size() == 1 && right.size() == 1 && both <= cells;
    int line = 0;
    for (String text : left) {
      pieces.add(new Piece(Role.CONDITION, text, false, line++));
    }
    if (oneLine) {
      line--;
    }
    for (String text : right) {
      pieces.add(new Piece(Role.ACTION, text, oneLine, line++));
    }
    return new Draft(List.of(action, rule), Metrics.FONT, line, pieces);
  }

  private Draft draft(Line line, int index) {
    List<Piece> pieces = new ArrayList<>();
    int row = 0;
    String text = VisibleText.of(line.text());
    int blank = text.indexOf(' ');
    // The label of a hop begins with its number, and that of a flow.
    if (isNumbered(block) && index == 0 && blank > 0 && blank < MOST_DIGITS) {
      pieces.add(new Piece(Role.NUMBER, text.substring(0, blank), false, 0));
      int room = cells - blank - 1;
      for (String part : Cells.wrap(List.of(text.substring(blank + 1)), room, Integer.MAX_VALUE)) {
        pieces.add(new Piece(Role.CONDITION, part, false, row++));
      }
      return new Draft(List.of(line), Metrics.SMALL_FONT, Math.max(1, row), pieces);
    }
    Role role =
        switch (line.tone()) {
          case HEAD -> Role.NAME;
          case PLAIN -> Role.CONDITION;
          case SOFT -> Role.SUBTITLE;
        };
    for (String part : wrap(line)) {
      pieces.add(new Piece(role, part, false, row++));
    }
    return new Draft(List.of(line), font(line), row, pieces);
  }

  private double font(Line line) {
    if (line.tone() == Line.Tone.SOFT || isSmall(block)) {
      return Metrics.SMALL_FONT;
    }
    boolean title = block.kind() == Block.Kind.TITLE && line.tone() == Line.Tone.HEAD;
    return title ? Metrics.NAME_FONT : Metrics.FONT;
  }

  private List<String> wrap(Line line) {
    List<String> parts = Cells.wrap(List.of(VisibleText.of(line.text())), cells, Integer.MAX_VALUE);
    return parts.isEmpty() ? List.of("") : parts;
  }

  private BlockShape shape() {
    double widest = drafts.stream().mapToDouble(Draft::width).max().orElse(0);
    double sample = block.kind() == Block.Kind.LEGEND ? BlockShape.SAMPLE : 0;
    double width = Math.ceil(widest + 2 * padding + sample);
    List<BlockShape.Row> rows = new ArrayList<>();
    double top = margin;
    for (Draft draft : drafts) {
      double height = draft.count() * Metrics.LINE;
      List<Words> words = words(draft, top, width).stream().map(w -> w.moved(sample, 0)).toList();
      rows.add(new BlockShape.Row(draft.lines(), top, height, words));
      top += height;
    }
    return new BlockShape(block, width, top + margin, rows);
  }

  private List<Words> words(Draft draft, double top, double width) {
    List<Words> words = new ArrayList<>();
    for (Piece piece : draft.pieces()) {
      double own = Metrics.width(Cells.of(piece.text()), draft.font());
      double indent = piece.role() == Role.NUMBER ? 0 : Metrics.width(draft.indent(), draft.font());
      double x = piece.right() ? width - padding - own : padding + indent;
      double y = top + piece.line() * Metrics.LINE + 11;
      words.add(new Words(piece.role(), piece.text(), x, y, draft.font()));
    }
    return words;
  }
}
