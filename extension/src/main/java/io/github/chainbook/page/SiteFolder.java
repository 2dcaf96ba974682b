package io.github.chainbook.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder that a site is written to. What belongs into it is planned first and written in one
 * go, so that a plan that cannot work leaves the folder as it was.
 */
final class SiteFolder {

  private final Path root;
  private final Map<String, byte[]> plan = new TreeMap<>();
  private final Map<String, String> folded = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  SiteFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * Plans a file.
   *
   * @param name its path below the folder, with slashes
   */
  void add(String name, byte[] content) {
    String before = folded.putIfAbsent(name.toUpperCase(Locale.ROOT), name);
    if (before != null && !(before.equals(name) && sameContent(name, content))) {
      problems.add(Problem.of(name, "would be written twice, with " + before));
    }
    plan.put(name, content);
  }

  private boolean sameContent(String name, byte[] content) {
    return Arrays.equals(plan.get(name), content);
  }

  /**
   * Plans a copy of a file, or of all files in and below a folder but those with a leading dot.
   *
   * @param name path below the site's folder, with slashes; empty for the folder itself
   * @throws PagesException if there is no such file or folder
   */
  void copy(Path source, String name) throws IOException {
    if (Files.isRegularFile(source)) {
      add(name, Files.readAllBytes(source));
      return;
    }
    if (!Files.isDirectory(source)) {
      throw new PagesException("There is nothing to copy at " + source);
    }
    List<Path> children;
    try (Stream<Path> list = Files.list(source)) {
      children = list.sorted().toList();
    }
    for (Path child : children) {
      String childName = child.getFileName().toString();
      if (!childName.startsWith(".")) {
        copy(child, name.isEmpty() ? childName : name + "/" + childName);
      }
    }
  }

  /**
   * Writes everything that was planned, and removes what an earlier run wrote and this one does
   * not.
   *
   * @throws PagesException if two files would have one name; nothing is written then
   */
  void write() throws IOException {
    if (!problems.isEmpty()) {
      throw new PagesException("The site cannot be written.", problems);
    }
    Files.createDirectories(root);
    Manifest manifest = new Manifest(root);
    manifest.removeStale(plan.keySet());
    for (Map.Entry<String, byte[]> file : plan.entrySet()) {
      Path path = path(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    manifest.write(plan);
  }

  private Path path(String name) {
    try {
      return root.resolve(name);
    } catch (InvalidPathException e) {
      // Java takes its file names' encoding from the locale; in the locale C that is ASCII.
      throw new PagesException(
          "No file here can be called %s (file names are in %s): set the locale to a UTF-8 one"
              .formatted(name, System.getProperty("sun.jnu.encoding")));
    }
  }
}
