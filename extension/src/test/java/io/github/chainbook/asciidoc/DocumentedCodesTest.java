package io.github.chainbook.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each code of a diagnostic stands in the guide for authors, and no other does. */
class DocumentedCodesTest {

  private static final Pattern IN_SOURCE =
      Pattern.compile(
          "(?:SyntaxError|BadRule|Remark|error|warning|info|unreadable|report|refuse|Refused)\\(\\s*"
              + "(?:container,\\s*place,\\s*)?\"((?:[a-z]+-)*[a-z]+)\"");

  private static final Pattern IN_GUIDE =
      Pattern.compile("(?m)^\\|((?:[a-z]+-)*[a-z]+)\n\\|(?:error|warning|info)");

  @Test
  void guideAndSourcesHaveTheSame() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        used.addAll(found(IN_SOURCE, file));
      }
    }
    assertThat(used).hasSizeGreaterThan(30);
    assertThat(found(IN_GUIDE, Path.of("../content/writing-with-chainbook.adoc"))).isEqualTo(used);
  }

  private static Set<String> found(Pattern pattern, Path file) throws IOException {
    return new TreeSet<>(
        pattern.matcher(Files.readString(file)).results().map(r -> r.group(1)).toList());
  }
}
