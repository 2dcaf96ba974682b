package io.github.chainbook.topology.capture;

import io.github.chainbook.text.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code sysctl -a} prints: {@code net.ipv4.ip_forward = 1}. */
final class SettingReader {

  private static final Pattern LINE = Pattern.compile("([A-Za-z][^\\s=]*)\\s*=\\s?(.*)");
  private static final String NET = "net.";

  private final Problems problems;
  private final Map<String, String> settings = new LinkedHashMap<>();

  SettingReader(Problems problems) {
    this.problems = problems;
  }

  /** The settings of the network, without {@code net.} in front. */
  Map<String, String> settings() {
    return settings;
  }

  /** Reads one more text. */
  void read(SourceText text) {
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          problems.entry(
              text.position(i, 1),
              "expected a setting such as net.ipv4.ip_forward = 1, not " + Problems.quote(line));
        }
      } else if (parts.group(1).startsWith(NET)) {
        settings.put(parts.group(1).substring(NET.length()), parts.group(2).strip());
      }
    }
  }
}
