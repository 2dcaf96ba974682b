package io.github.chainbook.suite;

import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Dumps and test lists that other projects publish. The system property {@code chainbook.corpus}
 * names the folder that holds them and their {@code MANIFEST.tsv}; none of it is part of this
 * project.
 */
public final class Corpus {

  private final Path folder;

  /**
   * One file.
   *
   * @param path below the corpus' folder
   * @param kind what it is: dump, suite-t, …
   * @param family what the manifest says of its family; empty where it says both or neither
   */
  public record Entry(Path folder, String path, String kind, Optional<Family> family) {

    /** The file's bytes. */
    public byte[] bytes() {
      try {
        return Files.readAllBytes(folder.resolve(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The file as the reader takes it. */
    public SourceText source() {
      return SourceText.of(path, bytes());
    }

    @Override
    public String toString() {
      return path;
    }
  }

  private Corpus(Path folder) {
    this.folder = folder;
  }

  /** The corpus, where the system property names one. */
  public static Optional<Corpus> find() {
    String folder = System.getProperty("chainbook.corpus", "");
    return folder.isEmpty() ? Optional.empty() : Optional.of(new Corpus(Path.of(folder)));
  }

  /** Its files of these kinds. */
  public List<Entry> files(String... kinds) {
    Set<String> wanted = Set.of(kinds);
    try (Stream<String> manifest = Files.lines(folder.resolve("MANIFEST.tsv"))) {
      return manifest
          .map(line -> line.split("\t", -1))
          .filter(fields -> fields.length > 10 && wanted.contains(fields[10]))
          .map(fields -> new Entry(folder, fields[0], fields[10], family(fields[9])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Family> family(String word) {
    return switch (word) {
      case "v4" -> Optional.of(Family.IPV4);
      case "v6" -> Optional.of(Family.IPV6);
      default -> Optional.empty();
    };
  }
}
