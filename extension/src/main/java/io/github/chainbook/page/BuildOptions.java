package io.github.chainbook.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a build of the pages works on.
 *
 * @param book the converted book, standalone HTML; pictures are looked for beside it
 * @param theme folder with {@code page.html} and the folders {@code css}, {@code js}, {@code fonts}
 * @param out folder the site is written to
 * @param copies further files and folders of the site
 */
record BuildOptions(Path book, Path theme, Path out, List<Copy> copies) {

  static final String USAGE = "--book FILE.html --theme DIR --out DIR [--copy SOURCE=DESTINATION]…";

  /**
   * A file or folder to be copied.
   *
   * @param destination path below the site's folder, with slashes
   */
  record Copy(Path source, String destination) {}

  /**
   * Reads arguments.
   *
   * @throws PagesException if one is unknown, has no value, stands twice or is missing
   */
  static BuildOptions parse(String... arguments) {
    Path book = null;
    Path theme = null;
    Path out = null;
    List<Copy> copies = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      if (i + 1 == arguments.length) {
        throw wrong(name + " needs a value");
      }
      String value = arguments[i + 1];
      switch (name) {
        case "--book" -> book = once(name, book, value);
        case "--theme" -> theme = once(name, theme, value);
        case "--out" -> out = once(name, out, value);
        case "--copy" -> copies.add(copy(value));
        default -> throw wrong("unknown argument " + name);
      }
    }
    if (book == null || theme == null || out == null) {
      throw wrong("--book, --theme and --out are needed");
    }
    return new BuildOptions(book, theme, out, List.copyOf(copies));
  }

  private static Path once(String name, Path before, String value) {
    if (before != null) {
      throw wrong(name + " stands twice");
    }
    return Path.of(value);
  }

  private static Copy copy(String value) {
    // The last sign: a source may hold one, a destination is ours and does not.
    int equals = value.lastIndexOf('=');
    String destination = equals < 0 ? "" : value.substring(equals + 1);
    Path path = Path.of(destination);
    if (equals < 1
        || destination.isEmpty()
        || path.isAbsolute()
        || path.normalize().startsWith("..")) {
      throw wrong("--copy needs SOURCE=DESTINATION with a destination inside the site: " + value);
    }
    return new Copy(
        Path.of(value.substring(0, equals)), path.normalize().toString().replace('\\', '/'));
  }

  private static PagesException wrong(String message) {
    return new PagesException(message + "; usage: " + USAGE);
  }
}
