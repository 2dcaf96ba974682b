package io.github.chainbook.topology.capture;

import io.github.chainbook.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads whose the processes are: a line {@code PID UID GID GROUPS NAME} for each, the groups with
 * commas between them or {@code -}, as the capture script writes them from {@code
 * /proc/PID/status}.
 */
final class OwnerReader {

  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s+(-|\\d{1,10}(?:,\\d{1,10})*)(?:\\s.*)?");

  private final Problems problems;
  private final Map<Long, Owner> owners = new HashMap<>();

  OwnerReader(Problems problems) {
    this.problems = problems;
  }

  /** By the number of the process, whose it is. */
  Map<Long, Owner> owners() {
    return owners;
  }

  /** Reads one more text. */
  void read(SourceText text) {
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      Matcher parts = LINE.matcher(line);
      if (parts.matches()) {
        owners.put(Long.parseLong(parts.group(1)), owner(parts));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        problems.entry(
            text.position(i, 1),
            "expected the numbers of a process, its user, its group and further groups (or -),"
                + " then its name, not "
                + Problems.quote(line));
      }
    }
  }

  private static Owner owner(Matcher parts) {
    List<Long> groups = new ArrayList<>();
    for (String group : parts.group(4).split(",")) {
      if (!group.equals("-")) {
        groups.add(Long.parseLong(group));
      }
    }
    return new Owner(
        OptionalLong.of(Long.parseLong(parts.group(2))),
        OptionalLong.of(Long.parseLong(parts.group(3))),
        groups);
  }
}
