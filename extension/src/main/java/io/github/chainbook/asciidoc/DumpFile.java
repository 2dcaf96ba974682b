package io.github.chainbook.asciidoc;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;

/**
 * A dump that stands in a file of its own. It is read here and not by Asciidoctor, which would
 * preprocess its lines and lose bytes that are not UTF-8.
 *
 * @param text the dump
 * @param place its file, for the log
 */
record DumpFile(SourceText text, Place place) {

  /** A file that cannot or may not be read. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final boolean missing;

    Refused(String code, Place from, String message) {
      this(code, from, message, false);
    }

    Refused(String code, Place from, String message, boolean missing) {
      super(message);
      this.missing = missing;
      diagnostic = Diagnostic.error(code, from.position(), message);
    }

    /** Whether the file is simply not there. */
    boolean isMissing() {
      return missing;
    }

    Diagnostic diagnostic() {
      return diagnostic;
    }
  }

  /**
   * Reads the file that a directive or macro names.
   *
   * @param target the path, relative to the folder of the file that names it
   * @param from where it is named
   */
  static DumpFile read(Document document, String target, Place from) throws Refused {
    Path base = new RubyDocument(document).baseDir();
    Path file = allowed(document, target, from, base);
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new DumpFile(SourceText.of(shown(file, base, target), bytes), place(file, base));
    } catch (NoSuchFileException e) {
      throw new Refused("missing-file", from, "there is no file " + target, true);
    } catch (IOException e) {
      throw new Refused("missing-file", from, "the file " + target + " cannot be read");
    }
  }

  /**
   * The files that a path stands for: those of a folder that have one of some endings, by name;
   * otherwise the path itself, whether there is such a file or not.
   *
   * @param target the path, relative to the folder of the file that names it
   * @param from where it is named
   */
  static List<String> files(Document document, String target, Place from, List<String> endings)
      throws Refused {
    Path folder = allowed(document, target, from, new RubyDocument(document).baseDir());
    if (!Files.isDirectory(folder)) {
      return List.of(target);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> endings.stream().anyMatch(name::endsWith))
          .sorted()
          .map(name -> target + "/" + name)
          .toList();
    } catch (IOException e) {
      throw new Refused("missing-file", from, "the folder " + target + " cannot be read");
    }
  }

  private static Path allowed(Document document, String target, Place from, Path base)
      throws Refused {
    Path file = resolve(target, from, base);
    int level = safeModeLevel(document);
    if (level >= SafeMode.SECURE.getLevel()) {
      throw new Refused(
          "file-not-allowed", from, "safe mode SECURE allows no file to be read: " + target);
    }
    if (level >= SafeMode.SAFE.getLevel() && !isInside(file, base)) {
      throw new Refused(
          "file-not-allowed",
          from,
          "safe mode allows no file outside the base directory to be read: " + target);
    }
    return file;
  }

  private static Path resolve(String target, Place from, Path base) throws Refused {
    try {
      Path folder = from.dir() == null ? base : base.resolve(from.dir());
      return folder.resolve(target).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new Refused("missing-file", from, "'" + target + "' is no path");
    }
  }

  // A symbolic link must not lead out of the base directory either.
  private static boolean isInside(Path file, Path base) {
    try {
      return file.startsWith(base)
          && (!Files.exists(file) || file.toRealPath().startsWith(base.toRealPath()));
    } catch (IOException e) {
      return false;
    }
  }

  private static int safeModeLevel(Document document) {
    Object level = document.getAttribute("safe-mode-level");
    return level == null ? SafeMode.SECURE.getLevel() : Integer.parseInt(level.toString());
  }

  private static Place place(Path file, Path base) {
    return new Place(
        file.toString(), String.valueOf(file.getParent()), shown(file, base, file.toString()), 0);
  }

  private static String shown(Path file, Path base, String otherwise) {
    return file.startsWith(base) ? base.relativize(file).toString().replace('\\', '/') : otherwise;
  }
}
