package io.github.chainbook.topology.reading;

import io.github.chainbook.netfilter.ipset.IpSets;
import io.github.chainbook.text.Bytes;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads sets: the output of {@code ipset save}, or a type and members for each name. */
final class Sets {

  /** IPSET_MAXNAMELEN less its terminating zero; linux/netfilter/ipset/ip_set.h. */
  private static final int NAME_BYTES = 31;

  private final Keys keys;
  private final Findings findings;

  Sets(Keys keys, Findings findings) {
    this.keys = keys;
    this.findings = findings;
  }

  /** Reads the sets of a namespace. */
  IpSets read(YamlValue value) {
    return value instanceof Scalar text ? saved(text) : listed(value);
  }

  private IpSets saved(Scalar text) {
    List<String> lines = new ArrayList<>();
    List<Position> places = new ArrayList<>();
    int from = 0;
    for (String line : text.text().split("\n", -1)) {
      lines.add(line);
      int indent = line.length() - line.stripLeading().length();
      // Only what stands as it is has lines of its own.
      places.add(text.isBlock() ? text.position(from + indent) : text.position());
      from += line.length() + 1;
    }
    return parse(lines, places);
  }

  private IpSets listed(YamlValue value) {
    List<String> lines = new ArrayList<>();
    List<Position> places = new ArrayList<>();
    Set<String> created = new HashSet<>();
    Map<String, YamlValue.Entry> sets = keys.entries(Optional.of(value));
    sets.forEach(
        (name, entry) -> {
          Optional<Scalar> type = keys.text(entry.value(), "type");
          if (isName(entry.key()) && type.isPresent()) {
            created.add(name);
            lines.add("create " + name + " " + type.get().text());
            places.add(type.get().position());
          }
        });
    // Members later: of a list of sets they are sets that may stand below it.
    sets.forEach(
        (name, entry) -> {
          if (created.contains(name)) {
            for (Scalar member : keys.texts(keys.value(entry.value(), "members"))) {
              lines.add("add " + name + " " + member.text());
              places.add(member.position());
            }
          }
        });
    return parse(lines, places);
  }

  private boolean isName(Scalar key) {
    String name = key.text();
    boolean plain = name.codePoints().noneMatch(c -> Character.isWhitespace(c) || c == '"');
    boolean good = plain && !name.isEmpty() && Bytes.length(name) <= NAME_BYTES;
    if (!good) {
      findings.error(
          "topology-name",
          key.position(),
          "expected the name of a set, of at most 31 bytes without blanks, found " + key.shown());
    }
    return good;
  }

  // Each line is one command, whatever a value holds: nothing cuts it again.
  private IpSets parse(List<String> lines, List<Position> places) {
    IpSets sets = IpSets.parse(new SourceText("<sets>", lines, 1));
    for (Diagnostic problem : sets.problems()) {
      Diagnostic here = problem.at(places.get(problem.position().line() - 1));
      findings.error(here.code(), here.position(), here.message());
    }
    return new IpSets(sets.sets(), List.of());
  }
}
