package io.github.chainbook.asciidoc;

import io.github.chainbook.text.Position;
import org.asciidoctor.ast.Cursor;

/**
 * A place in a source file, as Asciidoctor's log wants it. (A cursor made by Asciidoctor's own
 * factory loses its line in AsciidoctorJ 3.0.1.)
 *
 * @param file the file's whole path; null for a text that is in no file
 * @param dir the folder of the file; null where unknown
 * @param path the path to show
 * @param line the line, from 1; 0 where unknown
 */
record Place(String file, String dir, String path, int line) implements Cursor {

  static final Place UNKNOWN = new Place(null, null, "<stdin>", 0);

  static Place of(Cursor cursor) {
    return cursor == null
        ? UNKNOWN
        : new Place(cursor.getFile(), cursor.getDir(), cursor.getPath(), cursor.getLineNumber());
  }

  Place atLine(int newLine) {
    return new Place(file, dir, path, newLine);
  }

  /** The same place as a position whose column is not known. */
  Position position() {
    return new Position(path == null ? "<stdin>" : path, Math.max(line, 0), 0);
  }

  @Override
  public int getLineNumber() {
    return line;
  }

  @Override
  public String getPath() {
    return path;
  }

  @Override
  public String getDir() {
    return dir;
  }

  @Override
  public String getFile() {
    return file;
  }

  @Override
  public String toString() {
    return path + ": line " + line;
  }
}
