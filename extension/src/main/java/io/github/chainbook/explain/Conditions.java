package io.github.chainbook.explain;

import io.github.chainbook.explain.PartWords.Piece;
import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Message;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Said;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a rule asks of a packet, in words. Facts: iptables(8) and iptables-extensions(8). */
record Conditions(Messages messages, PartWords parts, Catalogue catalogue) {

  /** Matches whose ports or types are said right behind the protocol. */
  private static final Set<String> PORTS =
      Set.of("tcp", "udp", "multiport", "sctp", "dccp", "icmp", "icmp6");

  /** What stands where in the sentence. */
  private enum Place {
    PROTOCOL,
    TYPE,
    SOURCE,
    DESTINATION,
    EITHER,
    OTHER,
    REMARK
  }

  private static final Map<String, Place> PORT_OPTIONS =
      Map.of(
          "--icmp-type", Place.TYPE,
          "--icmpv6-type", Place.TYPE,
          "--sport", Place.SOURCE,
          "--sports", Place.SOURCE,
          "--dport", Place.DESTINATION,
          "--dports", Place.DESTINATION,
          "--ports", Place.EITHER);

  private static final Map<String, Place> BUILT_IN =
      Map.of("-p", Place.PROTOCOL, "-s", Place.SOURCE, "-d", Place.DESTINATION);

  /**
   * What a rule asks.
   *
   * @param pieces what its matches ask, in the order in which it is said
   * @param remarks what is noted in the rule and asks nothing
   * @param phrases the words of the pieces
   */
  record Asked(List<Piece> pieces, List<Piece> remarks, List<Phrase> phrases) {}

  Asked of(Rule rule) {
    Map<Place, List<Piece>> places = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      places.put(place, new ArrayList<>());
    }
    Map<String, Said> addresses = addresses(rule);
    boolean remembers = false;
    for (Match match : rule.matches()) {
      String module = match.module().orElse("");
      String code = match.module().map(name -> "-m " + name).orElse("");
      boolean mayMove = !remembers && match.options().stream().anyMatch(RuleOption::isKnown);
      Map<String, Said> beside = mayMove ? addresses : Map.of();
      for (Piece piece : parts.of("match." + module, code, match.options(), beside)) {
        Place place = place(module, piece, mayMove);
        places.get(place).add(place == Place.PROTOCOL ? protocol(piece) : piece);
      }
      remembers |= catalogue.match(module).filter(Extension::remembers).isPresent();
    }
    List<Piece> remarks = places.remove(Place.REMARK);
    List<Piece> pieces = places.values().stream().flatMap(List::stream).toList();
    return new Asked(pieces, remarks, phrases(places));
  }

  private static Place place(String module, Piece piece, boolean mayMove) {
    Clause clause = piece.clause();
    String option = clause.options().isEmpty() ? "" : clause.options().get(0).name();
    if (module.isEmpty()) {
      return BUILT_IN.getOrDefault(option, Place.OTHER);
    } else if (module.equals("comment")) {
      return clause.key().isEmpty() ? Place.OTHER : Place.REMARK;
    }
    return mayMove && PORTS.contains(module)
        ? PORT_OPTIONS.getOrDefault(option, Place.OTHER)
        : Place.OTHER;
  }

  // With an address before it, a port is said as its port: "to 10.0.0.1 port 80".
  private static Map<String, Said> addresses(Rule rule) {
    Map<String, Said> addresses = new HashMap<>();
    rule.matches().stream()
        .filter(match -> match.module().isEmpty())
        .flatMap(match -> match.options().stream())
        .filter(option -> !option.negated())
        .forEach(
            option -> {
              if (option.name().equals("-s")) {
                addresses.put("source", Said.kind("given"));
              } else if (option.name().equals("-d")) {
                addresses.put("destination", Said.kind("given"));
              }
            });
    return addresses;
  }

  private List<Phrase> phrases(Map<Place, List<Piece>> places) {
    Lists lists = new Lists(messages);
    List<List<Phrase>> ends = new ArrayList<>();
    ends.addAll(words(places.get(Place.TYPE)));
    ends.addAll(words(places.get(Place.SOURCE)));
    ends.addAll(words(places.get(Place.DESTINATION)));
    ends.addAll(words(places.get(Place.EITHER)));
    List<List<Phrase>> parts = new ArrayList<>(words(places.get(Place.PROTOCOL)));
    if (!ends.isEmpty()) {
      List<Phrase> together = lists.pairs("join.ends", ends);
      boolean named = places.get(Place.PROTOCOL).stream().noneMatch(p -> p.clause().negated());
      if (named && !parts.isEmpty()) {
        parts = List.of(lists.pairs("join.protocol", List.of(parts.get(0), together)));
      } else {
        parts.add(together);
      }
    }
    List<List<Phrase>> all = new ArrayList<>(parts);
    all.addAll(words(places.get(Place.OTHER)));
    return all.isEmpty()
        ? messages.say("conditions.none", Map.of())
        : lists.pairs("join.condition", all);
  }

  private static List<List<Phrase>> words(List<Piece> pieces) {
    return pieces.stream().map(Piece::phrases).filter(p -> !p.isEmpty()).toList();
  }

  // A protocol of which only the number is known is a number of IP protocols.
  private Piece protocol(Piece piece) {
    String word = piece.clause().options().get(0).word();
    Optional<Message> message = messages.message(piece.clause().key());
    if (message.isEmpty()) {
      return piece;
    }
    Said name =
        messages
            .message("word.match..-p." + word)
            .map(own -> new Said("name", own.fill(Map.of())))
            .orElseGet(
                () ->
                    Said.key(
                        word.matches("\\d+") ? "number" : "name", word.toUpperCase(Locale.ROOT)));
    return new Piece(piece.clause(), message.get().fill(Map.of("value", name)));
  }
}
