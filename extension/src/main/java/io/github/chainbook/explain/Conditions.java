package io.github.chainbook.explain;

import io.github.chainbook.explain.Phrase.Code;
import io.github.chainbook.explain.Phrase.Key;
import io.github.chainbook.explain.Phrase.Words;
import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleOption;
import io.github.chainbook.ruleset.RuleText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rule asks of a packet, in words. Facts: iptables(8) and iptables-extensions(8). */
final class Conditions {

  private final Sentence sentence;
  private boolean protocolSaidLast;

  private Conditions(Sentence sentence) {
    this.sentence = sentence;
  }

  static void say(Rule rule, Sentence sentence) {
    Conditions conditions = new Conditions(sentence);
    conditions.protocol(rule);
    rule.matches().forEach(conditions::say);
  }

  private void say(Match match) {
    String module = match.module().orElse("");
    for (RuleOption option : match.options()) {
      protocolSaidLast &= List.of("-p", "--sport", "--dport").contains(option.name());
      switch (module) {
        case "" -> builtIn(option);
        case "tcp" -> tcp(option);
        case "udp" -> ports(option);
        case "owner" -> owner(option, match);
        case "comment" -> comment(option);
        default -> verbatim("-m " + module + " ", option);
      }
    }
    boolean unknownAlone = match.options().isEmpty() && !List.of("", "tcp", "udp").contains(module);
    if (unknownAlone) {
      sentence.incomplete();
      sentence.condition(new Words("where "), new Code("-m " + module), new Words(" holds"));
    }
  }

  // The protocol comes first, so that a port can follow it: "TCP to port 80".
  private void protocol(Rule rule) {
    Optional<RuleOption> protocol =
        rule.matchOptions().filter(option -> option.name().equals("-p")).findFirst();
    if (protocol.isEmpty()) {
      return;
    }
    String name = protocol.get().word().toUpperCase(Locale.ROOT);
    if (protocol.get().negated()) {
      sentence.condition(new Words("any protocol but "), new Key(name));
    } else if (name.equals("ALL") || name.equals("0")) {
      sentence.condition(new Words("any protocol"));
    } else {
      sentence.condition(new Words(name));
      protocolSaidLast = true;
    }
  }

  private void builtIn(RuleOption option) {
    String value = option.word();
    switch (option.name()) {
      case "-p" -> {} // said first, see protocol
      case "-s" -> either(option, "from ", "from anywhere but ", address(value));
      case "-d" -> either(option, "to ", "to anywhere but ", address(value));
      case "-i" -> interfaceName(option, "arriving on ");
      case "-o" -> interfaceName(option, "leaving through ");
      case "-f" ->
          sentence.condition(
              new Words(
                  option.negated()
                      ? "unfragmented or a first fragment"
                      : "the second or a later fragment"));
      default -> verbatim("", option);
    }
  }

  private void interfaceName(RuleOption option, String verb) {
    String value = option.word();
    boolean prefix = value.endsWith("+");
    String name = prefix ? value.substring(0, value.length() - 1) : value;
    String kind = prefix ? "an interface whose name begins with " : "";
    String otherKind = prefix ? "an interface whose name does not begin with " : "anything but ";
    either(option, verb + kind, verb + otherKind, name);
  }

  private void tcp(RuleOption option) {
    switch (option.name()) {
      case "--sport", "--dport" -> ports(option);
      case "--syn" ->
          sentence.condition(
              new Words(option.negated() ? "not opening a connection" : "opening a connection"),
              new Words(" (of SYN, ACK, RST and FIN "),
              new Words(option.negated() ? "not SYN alone)" : "SYN alone)"));
      case "--tcp-flags" -> {
        String of = String.join(", ", option.words().get(0).split(","));
        String set = String.join(", ", option.words().get(1).split(","));
        sentence.condition(
            new Words("of the flags " + of + (option.negated() ? " not just " : " just ")),
            new Key(set.equals("NONE") ? "none" : set),
            new Words(" set"));
      }
      case "--tcp-option" ->
          either(option, "with TCP option ", "without TCP option ", option.word());
      default -> verbatim("-m tcp ", option);
    }
  }

  private void ports(RuleOption option) {
    String way = option.name().equals("--sport") ? "from " : "to ";
    String value = option.word();
    int colon = value.indexOf(':');
    if (colon < 0) {
      port(new Words(way + (option.negated() ? "any port but " : "port ")), new Key(value));
      return;
    }
    String low = colon == 0 ? "0" : value.substring(0, colon);
    String high = colon == value.length() - 1 ? "65535" : value.substring(colon + 1);
    port(
        new Words(way + (option.negated() ? "a port outside " : "a port from ")),
        new Key(low + " to " + high));
  }

  private void port(Phrase... phrases) {
    if (protocolSaidLast) {
      sentence.extend(phrases);
    } else {
      sentence.condition(phrases);
    }
    protocolSaidLast = false;
  }

  /**
   * The socket that a packet was sent by. A packet without one (the kernel's own RST, say) meets a
   * match whose options are all negated, and no other.
   */
  private void owner(RuleOption option, Match match) {
    boolean allNegated = match.options().stream().allMatch(RuleOption::negated);
    String orNone = allNegated ? ", or by no process at all" : "";
    switch (option.name()) {
      case "--uid-owner" -> ownerId(option, "user ", orNone);
      case "--gid-owner" -> ownerId(option, "group ", orNone);
      case "--suppl-groups" -> sentence.condition(new Words("supplementary groups count too"));
      case "--socket-exists" ->
          sentence.condition(
              new Words(option.negated() ? "sent by no socket" : "sent by a socket of this host"));
      default -> verbatim("-m owner ", option);
    }
  }

  private void ownerId(RuleOption option, String kind, String orNone) {
    String id = option.word().replace("-", " to ");
    if (option.negated()) {
      sentence.condition(
          new Words("sent by a process of any " + kind + "but "), new Key(id), new Words(orNone));
    } else {
      sentence.condition(new Words("sent by a process of " + kind), new Key(id));
    }
  }

  // A comment asks nothing; it is quoted so that nobody takes it for what the rule does.
  private void comment(RuleOption option) {
    sentence.condition(new Words("commented “"), new Code(option.word()), new Words("”"));
  }

  private void either(RuleOption option, String plain, String negated, String value) {
    sentence.condition(new Words(option.negated() ? negated : plain), new Key(value));
  }

  private void verbatim(String module, RuleOption option) {
    sentence.incomplete();
    sentence.condition(
        new Words("where "), new Code(module + RuleText.option(option)), new Words(" holds"));
  }

  /** A host's mask says nothing, so it is left out. */
  private static String address(String value) {
    return value.replaceFirst("^([0-9.]+)/32$|^([0-9a-fA-F:.]+)/128$", "$1$2");
  }
}
