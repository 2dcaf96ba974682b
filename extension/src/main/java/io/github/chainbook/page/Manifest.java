package io.github.chainbook.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The list of the files that a run wrote, with their SHA-256. It lies beside the site's folder, not
 * in it, since it is no part of the site; {@code sha256sum -c} can read it.
 *
 * <p>A later run removes a file only if the list names it and its content is still the one written:
 * what somebody else put there or changed is theirs.
 */
final class Manifest {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

  private final Path root;
  private final Path list;

  Manifest(Path root) {
    this.root = root;
    this.list = root.resolveSibling(root.getFileName() + ".sha256");
  }

  /** Removes the files of the last run that are not to be kept, and folders this leaves empty. */
  void removeStale(Set<String> keep) throws IOException {
    if (!Files.isRegularFile(list)) {
      return;
    }
    for (String line : Files.readAllLines(list)) {
      Matcher entry = LINE.matcher(line);
      if (!entry.matches() || keep.contains(entry.group(2))) {
        continue;
      }
      Path file = root.resolve(entry.group(2)).normalize();
      if (file.startsWith(root)
          && Files.isRegularFile(file)
          && hash(Files.readAllBytes(file)).equals(entry.group(1))) {
        Files.delete(file);
        removeEmpty(file.getParent());
      }
    }
  }

  private void removeEmpty(Path folder) throws IOException {
    while (!folder.equals(root) && isEmpty(folder)) {
      Files.delete(folder);
      folder = folder.getParent();
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  /** Writes the list, sorted by name. */
  void write(Map<String, byte[]> files) throws IOException {
    StringBuilder lines = new StringBuilder();
    files.forEach(
        (name, content) -> lines.append(hash(content)).append("  ").append(name).append('\n'));
    Files.writeString(list, lines);
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
