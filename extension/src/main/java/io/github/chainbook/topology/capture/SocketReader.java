package io.github.chainbook.topology.capture;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code ss -ltnp} and {@code ss -lunp} print, with or without {@code -H} and {@code
 * -e}; misc/ss.c of iproute2.
 */
final class SocketReader {

  private static final String EXPECTED =
      "expected a line as ss -H -ltnpe or ss -H -lunpe prints: the state, two numbers, the local"
          + " address and port, the peer's";

  private static final Pattern LINE =
      Pattern.compile(
          "(?:(?<kind>[a-z][a-z0-9_?]{1,9})\\s+)?(?<state>[A-Z][A-Z0-9-]+)\\s+\\d+\\s+\\d+\\s+"
              + "(?<local>\\S+)(?:\\s+\\S+)?(?<rest>.*)");

  private static final Pattern HOLDER =
      Pattern.compile("\\(\"(.{0,64}?)\",(?:pid=)?(\\d{1,10}),[^()\"]*\\)");

  private static final Pattern DETAIL = Pattern.compile("(?<=\\s)(uid|ino|v6only):(\\d{1,10})\\b");

  private final Problems problems;
  private final List<Socket> sockets = new ArrayList<>();

  SocketReader(Problems problems) {
    this.problems = problems;
  }

  /** The sockets, in order. */
  List<Socket> sockets() {
    return sockets;
  }

  /** Reads one more text. */
  void read(SourceText text) {
    // Before it knew of v6only, ss wrote * for all of IPv4 and ::: for all of IPv6.
    boolean old = text.lines().stream().anyMatch(line -> line.contains(" :::"));
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      boolean header = line.startsWith("State ") || line.startsWith("Netid ");
      boolean more = line.startsWith("\t") || line.startsWith(" "); // of -i and -m, or a blank line
      if (!line.isBlank() && !header && !more) {
        read(line, text.position(i, 1), old);
      }
    }
  }

  private void read(String line, Position position, boolean old) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      problems.entry(position, EXPECTED + ", not " + Problems.quote(line));
      return;
    }
    int protocol = protocol(parts.group("kind"), parts.group("state"));
    if (protocol < 0) {
      return; // of another protocol, or connected
    }
    String rest = parts.group("rest");
    List<Socket.Holder> holders = new ArrayList<>();
    String details = details(rest, holders, position(line, position, parts.start("rest")));
    Optional<Boolean> only = detail(details, "v6only").map(word -> word.equals("1"));
    Position local = position(line, position, parts.start("local"));
    Optional<Listening> listening = listening(protocol, parts.group("local"), only, old, local);
    // With -e the uid is left out where it is 0; the inode never is.
    OptionalLong uid =
        detail(details, "uid")
            .or(() -> detail(details, "ino").map(inode -> "0"))
            .map(word -> OptionalLong.of(Long.parseLong(word)))
            .orElse(OptionalLong.empty());
    listening.ifPresent(l -> sockets.add(new Socket(l, holders, uid, position)));
  }

  private static Position position(String line, Position start, int index) {
    return start.atColumn(line.codePointCount(0, index) + 1);
  }

  private static int protocol(String kind, String state) {
    boolean tcp = state.equals("LISTEN") && (kind == null || kind.equals("tcp"));
    boolean udp = state.equals("UNCONN") && (kind == null || kind.equals("udp"));
    return tcp ? Protocols.TCP : udp ? Protocols.UDP : -1;
  }

  // Takes the processes from the front; what is behind them.
  private String details(String rest, List<Socket.Holder> holders, Position position) {
    int at = rest.indexOf("users:(");
    if (at < 0) {
      return rest;
    }
    Matcher holder = HOLDER.matcher(rest);
    int from = at + "users:(".length();
    while (holder.find(from) && holder.start() == from) {
      holders.add(new Socket.Holder(holder.group(1), Long.parseLong(holder.group(2))));
      from = holder.end();
      if (from < rest.length() && rest.charAt(from) == ',') {
        from++;
      }
    }
    if (holders.isEmpty()) {
      problems.entry(
          position, "expected processes in the form of users:((\"name\",pid=1,fd=3)), of ss -p");
    }
    return rest.substring(Math.min(from, rest.length()));
  }

  private static Optional<String> detail(String details, String name) {
    Matcher matcher = DETAIL.matcher(details);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return Optional.of(matcher.group(2));
      }
    }
    return Optional.empty();
  }

  private Optional<Listening> listening(
      int protocol, String local, Optional<Boolean> v6Only, boolean old, Position position) {
    int colon = local.lastIndexOf(':');
    String port = local.substring(colon + 1);
    if (colon < 0 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 0xFFFF) {
      problems.entry(
          position,
          "expected the local address and the number of its port, as ss -n prints, not "
              + Problems.quote(local));
      return Optional.empty();
    }
    String host = local.substring(0, colon).replaceAll("[\\[\\]]", "");
    int percent = host.indexOf('%');
    String device = percent < 0 ? "" : host.substring(percent + 1);
    String name = percent < 0 ? host : host.substring(0, percent);
    if (!device.isEmpty() && !device.equals("lo")) {
      problems.unknown(
          position,
          "this socket hears only what comes by "
              + device
              + ", or is of that link; here it is taken to hear all");
    }
    int number = Integer.parseInt(port);
    if (name.equals("*")) {
      Optional<Family> family = old ? Optional.of(Family.IPV4) : Optional.empty();
      return Optional.of(new Listening(protocol, Optional.empty(), number, family));
    }
    Family family = name.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6;
    Optional<Address> address = Address.find(name, family);
    if (address.isEmpty()) {
      problems.entry(position, "expected an address, not " + Problems.quote(name));
      return Optional.empty();
    }
    if (address.get().isZero()) {
      boolean both = family == Family.IPV6 && !v6Only.orElse(!old);
      Optional<Family> only = both ? Optional.empty() : Optional.of(family);
      return Optional.of(new Listening(protocol, Optional.empty(), number, only));
    }
    return Optional.of(new Listening(protocol, unmapped(address.get()), number, Optional.empty()));
  }

  // A socket of IPv6 that is bound to an address of IPv4 hears IPv4; RFC 3493, section 3.7.
  private static Optional<Address> unmapped(Address address) {
    boolean mapped =
        address.family() == Family.IPV6 && address.high() == 0 && address.low() >>> 32 == 0xFFFF;
    return Optional.of(mapped ? Address.ipv4(address.low() & 0xFFFFFFFFL) : address);
  }
}
