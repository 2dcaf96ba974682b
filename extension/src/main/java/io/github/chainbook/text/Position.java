package io.github.chainbook.text;

/**
 * A place in a source text.
 *
 * @param file the name by which the text is known to its author
 * @param line the line, counted from 1; 0 where the whole file is meant
 * @param column the column in code points, counted from 1; 0 where the whole line is meant
 */
public record Position(String file, int line, int column) {

  public Position {
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("negative position " + line + ":" + column);
    }
  }

  /** The same line in another column. */
  public Position atColumn(int newColumn) {
    return new Position(file, line, newColumn);
  }

  /** In the form that editors follow; a whole file or line is where it begins. */
  @Override
  public String toString() {
    return file + ":" + Math.max(line, 1) + ":" + Math.max(column, 1);
  }
}
