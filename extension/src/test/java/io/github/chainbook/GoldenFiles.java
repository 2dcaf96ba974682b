package io.github.chainbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Pairs of files beside a test: what goes in, and what must come out. */
public final class GoldenFiles {

  /** One pair: {@code name.in} and {@code name.out}. */
  public record Pair(String name, byte[] input, String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  private GoldenFiles() {}

  /**
   * All pairs of a folder. A file without its partner, or of another kind, is an error: a golden
   * file that no test reads is worse than none.
   *
   * @param test the class beside whose resources the folder lies
   * @param in the ending of the files that go in, with its dot
   * @param out the ending of the files that must come out
   */
  public static List<Pair> pairs(Class<?> test, String folder, String in, String out) {
    Map<String, Set<String>> endings = new TreeMap<>();
    Path path = path(test, folder);
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        endings
            .computeIfAbsent(name.substring(0, dot), n -> new TreeSet<>())
            .add(name.substring(dot));
      }
      if (endings.isEmpty()) {
        throw new AssertionError("no golden files in " + folder);
      }
      endings.forEach((name, found) -> complete(name, found, Set.of(in, out)));
      return endings.keySet().stream().map(name -> pair(path, name, in, out)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void complete(String name, Set<String> found, Set<String> expected) {
    if (!found.equals(expected)) {
      throw new AssertionError(name + ": expected files " + expected + ", found " + found);
    }
  }

  private static Pair pair(Path folder, String name, String in, String out) {
    try {
      return new Pair(
          name,
          Files.readAllBytes(folder.resolve(name + in)),
          Files.readString(folder.resolve(name + out), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(Class<?> test, String folder) {
    try {
      return Path.of(test.getResource(folder).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
