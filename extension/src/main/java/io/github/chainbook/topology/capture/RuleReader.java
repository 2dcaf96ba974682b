package io.github.chainbook.topology.capture;

import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what {@code ip -j rule} and {@code ip -j -6 rule} print; ip/iprule.c of iproute2. */
final class RuleReader {

  private static final String COMMAND = "ip -j rule";
  private static final Pattern MARK = Pattern.compile("0x[0-9a-fA-F]{1,8}|0|[1-9][0-9]{0,8}");
  private static final String DEFAULT = "default";
  private static final int LAST = 32_767;

  /** What is read; a rule that holds anything else is left out, as it would mean another one. */
  private static final Set<String> READ =
      Set.of(
          "priority",
          "src",
          "srclen",
          "dst",
          "dstlen",
          "fwmark",
          "fwmask",
          "iif",
          "iif_detached",
          "table",
          "protocol");

  private final Problems problems;
  private final Set<String> commands = new LinkedHashSet<>();

  RuleReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads one more text: a list for each family. */
  void read(SourceText text) {
    JsonReader.lists(text, COMMAND, problems).forEach(this::read);
  }

  private void read(List<Json.Fields> entries) {
    String family = family(entries) == Family.IPV6 ? "-6 " : "";
    for (Json.Fields entry : entries) {
      if (!isStandard(entry)) {
        rule(entry).ifPresent(words -> commands.add(family + "rule add " + words));
      }
    }
  }

  /** The commands that make the rules, in order. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  // By an address, else by the third standard rule, which only IPv4 has; fib_default_rules_init
  // of net/ipv4/fib_rules.c and fib6_rules_net_init of net/ipv6/fib6_rules.c.
  private static Family family(List<Json.Fields> entries) {
    for (Json.Fields entry : entries) {
      for (String field : List.of("src", "dst")) {
        Optional<InterfaceAddress> address = entry.text(field).flatMap(InterfaceAddress::parse);
        if (address.isPresent()) {
          return address.get().address().family();
        }
      }
    }
    boolean third =
        entries.stream()
            .anyMatch(
                e ->
                    e.text("table").filter(RuleReader::isDefaultTable).isPresent()
                        && e.text("priority").filter(p -> p.equals("" + LAST)).isPresent());
    boolean first = entries.stream().anyMatch(RuleReader::isStandard);
    return third || !first ? Family.IPV4 : Family.IPV6;
  }

  private static boolean isDefaultTable(String table) {
    return table.equals(DEFAULT) || table.equals("253");
  }

  private static boolean isStandard(Json.Fields entry) {
    String is = entry.text("priority").orElse("") + " " + entry.text("table").orElse("");
    boolean all = entry.text("src").filter("all"::equals).isPresent() && entry.values().size() <= 4;
    boolean plain =
        entry.values().keySet().stream()
            .allMatch(Set.of("priority", "src", "table", "protocol")::contains);
    return all
        && plain
        && Set.of("0 local", "32766 main", "32767 default", "0 255", "32766 254", "32767 253")
            .contains(is);
  }

  private Optional<String> rule(Json.Fields entry) {
    Optional<String> other =
        entry.values().keySet().stream().filter(name -> !READ.contains(name)).findFirst();
    if (other.isPresent()) {
      problems.ignored(
          entry.position(),
          "left out: nothing here looks at "
              + Problems.quote(other.get())
              + " of a routing rule, so packets may take another way than the kernel's");
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    boolean good =
        network(entry, "src", "from", words)
            && network(entry, "dst", "to", words)
            && mark(entry, words)
            && device(entry, words)
            && table(entry, words)
            && priority(entry, words);
    return good ? Optional.of(String.join(" ", words)) : Optional.empty();
  }

  private boolean network(Json.Fields entry, String field, String name, List<String> words) {
    Optional<String> given = entry.text(field).filter(text -> !text.equals("all"));
    if (given.isEmpty()) {
      return true;
    }
    String length = entry.text(field + "len").map(n -> "/" + n).orElse("");
    Optional<InterfaceAddress> network = InterfaceAddress.parse(given.get() + length);
    network.ifPresent(n -> words.addAll(List.of(name, IpText.network(n))));
    return said(network.isPresent(), entry, field, "all or a network");
  }

  private boolean mark(Json.Fields entry, List<String> words) {
    if (!entry.has("fwmark")) {
      return true;
    }
    String mark = entry.text("fwmark").orElse("");
    Optional<String> mask = entry.text("fwmask");
    boolean good = MARK.matcher(mark).matches() && mask.stream().allMatch(MARK.asMatchPredicate());
    words.addAll(List.of("fwmark", mark + mask.map(m -> "/" + m).orElse("")));
    return said(good, entry, "fwmark", "a mark such as 0x1");
  }

  private boolean device(Json.Fields entry, List<String> words) {
    if (!entry.has("iif")) {
      return true;
    }
    String device = entry.text("iif").orElse("");
    words.addAll(List.of("iif", device));
    return said(IpText.isDevice(device), entry, "iif", "the name of an interface");
  }

  private boolean table(Json.Fields entry, List<String> words) {
    String table = entry.text("table").orElse("");
    words.addAll(List.of("lookup", table));
    return said(IpText.isTable(table), entry, "table", "a table");
  }

  private boolean priority(Json.Fields entry, List<String> words) {
    String priority = entry.text("priority").orElse("");
    words.addAll(List.of("priority", priority));
    return said(IpText.isNumber(priority), entry, "priority", "a number");
  }

  private boolean said(boolean good, Json.Fields entry, String field, String expected) {
    if (!good) {
      problems.entry(
          entry.positionOf(field),
          "expected "
              + expected
              + " in "
              + field
              + ", not "
              + Problems.quote(entry.text(field).orElse("")));
    }
    return good;
  }
}
