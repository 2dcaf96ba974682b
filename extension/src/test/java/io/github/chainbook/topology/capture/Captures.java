package io.github.chainbook.topology.capture;

import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the tests of this room have in common. */
final class Captures {

  static final CaptureReader READER = new CaptureReader(new RulesetReader());

  private static final Path FOLDER =
      Path.of("src/test/resources/io/github/chainbook/topology/capture");

  private Captures() {}

  /** What {@code make.sh} has made. */
  static SourceText file(String name) {
    return SourceText.of(name, bytes(name));
  }

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CapturedNamespace read(CaptureKind kind, SourceText... texts) {
    return READER.files(Stream.of(texts).map(text -> new CapturedText(kind, text)).toList());
  }

  static CapturedNamespace read(CaptureKind kind, String text) {
    return read(kind, SourceText.of("x", text));
  }

  static List<String> problems(CapturedNamespace captured) {
    return captured.problems().stream().map(Diagnostic::toString).toList();
  }
}
