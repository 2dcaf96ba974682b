package io.github.chainbook.netfilter.machine;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what {@link Environment}'s routes and commands may not hold: whatever would change where
 * packets go and has no effect here. The words are those of ip-route(8) and ip-rule(8).
 */
public final class IpCommand {

  /**
   * A word that cannot be followed.
   *
   * @param index its index in the text
   * @param message what was expected, and what was found
   */
  public record Fault(int index, String message) {}

  private record Word(String text, int index) {}

  private record Option(String expected, Predicate<String> fits) {}

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final int NAME_BYTES = 15;
  private static final String VALUE = "(0x[0-9a-fA-F]{1,8}|0|[1-9][0-9]{0,8})";

  /** Types of routes; those of groups are not followed. */
  private static final Set<String> TYPES =
      IpWords.TYPES.stream()
          .filter(type -> !type.equals("multicast"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Option NUMBER = new Option("a number up to 2147483647", IpCommand::isNumber);
  private static final Option ADDRESS = new Option("an address", IpCommand::isAddress);
  private static final Option DEVICE = new Option("the name of an interface", IpCommand::isDevice);
  private static final Option TABLE = new Option("a table", w -> w.matches("[\\w.+-]{1,64}"));
  private static final Option NETWORK =
      new Option("all or a network", w -> w.equals("all") || isNetwork(w));
  private static final Option MARK =
      new Option("a mark such as 1 or 0x1/0xff", w -> w.matches(VALUE + "(/" + VALUE + ")?"));
  // These say who made the route, or how well it does: packets go the same way.
  private static final Option ANY = new Option("a word", w -> true);

  private static final Map<String, Option> ROUTE =
      Map.ofEntries(
          Map.entry("via", ADDRESS),
          Map.entry("dev", DEVICE),
          Map.entry("src", ADDRESS),
          Map.entry("metric", NUMBER),
          Map.entry("table", TABLE),
          Map.entry("proto", ANY),
          Map.entry("scope", ANY),
          Map.entry("mtu", ANY),
          Map.entry("advmss", ANY),
          Map.entry("pref", ANY));

  private static final Map<String, Option> RULE =
      Map.ofEntries(
          Map.entry("from", NETWORK),
          Map.entry("to", NETWORK),
          Map.entry("fwmark", MARK),
          Map.entry("iif", DEVICE),
          Map.entry("dev", DEVICE),
          Map.entry("pref", NUMBER),
          Map.entry("priority", NUMBER),
          Map.entry("preference", NUMBER),
          Map.entry("lookup", TABLE),
          Map.entry("table", TABLE),
          Map.entry("protocol", ANY));

  private final String text;
  private final List<Word> words = new ArrayList<>();

  private IpCommand(String text) {
    this.text = text;
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new Word(matcher.group(), matcher.start()));
    }
  }

  /** What is wrong with a route, as it stands behind {@code ip route replace}. */
  public static Optional<Fault> faultOfRoute(String text) {
    IpCommand command = new IpCommand(text);
    return command.faultOfRoute(0);
  }

  /** What is wrong with a command, without the word {@code ip}. */
  public static Optional<Fault> fault(String text) {
    IpCommand command = new IpCommand(text);
    int at = command.isWord(0, Set.of("-4", "-6")) ? 1 : 0;
    if (command.isWord(at, Set.of("rule"))) {
      return command.isWord(at + 1, Set.of("add"))
          ? command.faultOfOptions(at + 2, RULE, Set.of()).or(() -> command.faultOfFamilies(0))
          : command.expected(at + 1, "add behind rule", List.of("add"));
    }
    if (command.isWord(at, Set.of("route"))) {
      return command.isWord(at + 1, Set.of("add", "replace"))
          ? command.faultOfRoute(at + 2)
          : command.expected(at + 1, "add or replace behind route", List.of("add", "replace"));
    }
    return command.expected(at, "rule add or route add", List.of("rule", "route"));
  }

  private Optional<Fault> faultOfRoute(int from) {
    int at = isWord(from, TYPES) ? from + 1 : from;
    if (at >= words.size() || !isDestination(words.get(at).text)) {
      return expected(at, "default or a network such as 10.0.0.0/8", List.of("default"));
    }
    boolean leads = at == from || words.get(from).text.equals("unicast");
    return faultOfPrefix(at)
        .or(() -> faultOfOptions(at + 1, ROUTE, Set.of("onlink")))
        .or(() -> leads ? faultOfHop() : Optional.empty())
        .or(() -> faultOfFamilies(from));
  }

  // The kernel refuses an IPv4 route to an address that has bits behind its prefix, and clears them
  // in an IPv6 one: fib_valid_key_len of net/ipv4/fib_trie.c.
  private Optional<Fault> faultOfPrefix(int at) {
    return InterfaceAddress.parse(words.get(at).text)
        .filter(to -> to.address().family() == Family.IPV4)
        .filter(to -> !to.network().equals(to))
        .map(InterfaceAddress::network)
        .flatMap(network -> expected(at, network + ", the network of this address", List.of()));
  }

  private Optional<Fault> faultOfOptions(int from, Map<String, Option> options, Set<String> flags) {
    if (from >= words.size() && flags.isEmpty()) {
      return expected(from, "what the rule is for, such as fwmark 1 lookup 100", List.of());
    }
    for (int i = from; i < words.size(); i++) {
      String word = words.get(i).text;
      if (flags.contains(word)) {
        continue;
      }
      Option option = options.get(word);
      if (option == null) {
        List<String> known = options.keySet().stream().sorted().toList();
        return expected(i, "one of " + String.join(", ", known), known);
      }
      i++;
      if (i >= words.size() || !option.fits.test(words.get(i).text)) {
        return expected(i, option.expected + " behind " + word, List.of());
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> faultOfHop() {
    boolean hop = words.stream().anyMatch(w -> w.text.equals("via") || w.text.equals("dev"));
    return hop ? Optional.empty() : expected(words.size(), "via or dev", List.of());
  }

  private Optional<Fault> faultOfFamilies(int from) {
    Optional<Family> first = isWord(0, Set.of("-6")) ? Optional.of(Family.IPV6) : Optional.empty();
    for (int i = from; i < words.size(); i++) {
      Optional<Family> family =
          InterfaceAddress.parse(words.get(i).text).map(found -> found.address().family());
      if (family.isPresent() && first.isPresent() && !family.equals(first)) {
        return expected(i, "addresses of one family", List.of());
      }
      first = first.isPresent() ? first : family;
    }
    return Optional.empty();
  }

  private boolean isWord(int at, Set<String> known) {
    return at < words.size() && known.contains(words.get(at).text);
  }

  private Optional<Fault> expected(int at, String what, List<String> known) {
    boolean end = at >= words.size();
    String found = end ? "the end" : "'" + words.get(at).text + "'";
    String hint = end ? "" : DidYouMean.hint(words.get(at).text, known);
    int index = end ? text.stripTrailing().length() : words.get(at).index;
    return Optional.of(new Fault(index, "expected " + what + ", found " + found + hint));
  }

  private static boolean isNumber(String word) {
    return word.matches("0|[1-9][0-9]{0,9}") && Long.parseLong(word) <= Integer.MAX_VALUE;
  }

  private static boolean isDestination(String word) {
    return word.equals("default") || isNetwork(word);
  }

  private static boolean isNetwork(String word) {
    return InterfaceAddress.parse(word).isPresent();
  }

  private static boolean isAddress(String word) {
    return word.indexOf('/') < 0 && InterfaceAddress.parse(word).isPresent();
  }

  /** Whether an interface may have this name: {@code dev_valid_name} of net/core/dev.c. */
  public static boolean isDevice(String name) {
    boolean plain = name.chars().noneMatch(c -> c == '/' || c == ':' || Character.isWhitespace(c));
    int bytes = name.length() > NAME_BYTES ? NAME_BYTES + 1 : Bytes.length(name);
    return plain && bytes > 0 && bytes <= NAME_BYTES && !name.equals(".") && !name.equals("..");
  }
}
