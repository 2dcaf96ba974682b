package io.github.chainbook.explain;

import io.github.chainbook.explain.PartWords.Piece;
import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a rule asks of a packet, in words. Facts: iptables(8) and iptables-extensions(8). */
record Conditions(Messages messages, PartWords parts) {

  /** Matches whose ports or types are said right behind the protocol. */
  private static final Set<String> PORTS =
      Set.of("tcp", "udp", "multiport", "sctp", "dccp", "icmp", "icmp6");

  /** Matches that remember: in which order they are asked makes a difference. */
  private static final Set<String> REMEMBER =
      Set.of(
          "connlimit",
          "hashlimit",
          "limit",
          "nfacct",
          "quota",
          "rateest",
          "recent",
          "set",
          "statistic");

  private static final Set<String> PORT_OPTIONS =
      Set.of(
          "--sport", "--dport", "--sports", "--dports", "--ports", "--icmp-type", "--icmpv6-type");

  /**
   * What a rule asks.
   *
   * @param pieces what its matches ask, in the order in which it is said
   * @param remarks what is noted in the rule and asks nothing
   * @param phrases the words of the pieces
   */
  record Asked(List<Piece> pieces, List<Piece> remarks, List<Phrase> phrases) {}

  Asked of(Rule rule) {
    List<Piece> protocol = new ArrayList<>();
    List<Piece> ports = new ArrayList<>();
    List<Piece> others = new ArrayList<>();
    List<Piece> remarks = new ArrayList<>();
    boolean named = false;
    boolean remembers = false;
    for (Match match : rule.matches()) {
      String module = match.module().orElse("");
      String code = match.module().map(name -> "-m " + name).orElse("");
      boolean known =
          match.options().isEmpty() || match.options().stream().anyMatch(RuleOption::isKnown);
      // The protocol comes first, so that a port can follow it: "TCP to port 80".
      for (Piece piece : parts.of("match." + module, code, match.options(), Map.of())) {
        String option =
            piece.clause().options().isEmpty() ? "" : piece.clause().options().get(0).name();
        if (module.isEmpty() && option.equals("-p")) {
          protocol.add(protocol(piece));
          named = !piece.clause().negated();
        } else if (module.equals("comment")) {
          (piece.clause().key().isEmpty() ? others : remarks).add(piece);
        } else if (known && !remembers && PORTS.contains(module) && PORT_OPTIONS.contains(option)) {
          ports.add(piece);
        } else {
          others.add(piece);
        }
      }
      remembers |= REMEMBER.contains(module);
    }
    List<Piece> pieces = new ArrayList<>(protocol);
    pieces.addAll(ports);
    pieces.addAll(others);
    return new Asked(pieces, remarks, phrases(named, protocol, ports, others));
  }

  private List<Phrase> phrases(
      boolean named, List<Piece> protocol, List<Piece> ports, List<Piece> others) {
    Lists lists = new Lists(messages);
    List<List<Phrase>> parts = new ArrayList<>();
    List<Phrase> portWords = lists.pairs("join.ports", words(ports));
    if (named && !portWords.isEmpty()) {
      List<Phrase> words = protocol.get(0).phrases();
      parts.add(lists.pairs("join.protocol", List.of(words, portWords)));
    } else {
      parts.addAll(words(protocol));
      parts.addAll(words(ports));
    }
    parts.addAll(words(others));
    return parts.isEmpty()
        ? messages.say("conditions.none", Map.of())
        : lists.pairs("join.condition", parts);
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
