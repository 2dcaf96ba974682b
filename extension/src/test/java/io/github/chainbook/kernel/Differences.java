package io.github.chainbook.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where we differ from iptables 1.8.9 on purpose: the lines of {@code differences.txt}, {@code
 * FAMILY RULE}; the reasons are its comments.
 */
final class Differences {

  private Differences() {}

  static Set<String> lines() throws IOException {
    try (InputStream in = Differences.class.getResourceAsStream("differences.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .collect(Collectors.toSet());
    }
  }
}
