package io.github.chainbook.explain;

import io.github.chainbook.explain.Phrase.Code;
import io.github.chainbook.explain.Phrase.Key;
import io.github.chainbook.explain.Phrase.Words;
import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.xtables.RuleOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a rule asks of a packet, in words. Facts: iptables(8) and iptables-extensions(8). */
final class Conditions {

  /** What may stand between a protocol and a port that follows it in the sentence. */
  private static final Set<String> BEFORE_PORTS = Set.of("-p", "--sport", "--dport", "--comment");

  private static final Set<String> ASKS_NOTHING = Set.of("", "tcp", "udp", "comment");

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
    if (module.equals("owner")) {
      protocolSaidLast = false;
      OwnerWords.say(match, sentence);
      return;
    }
    for (RuleOption option : match.options()) {
      protocolSaidLast &= BEFORE_PORTS.contains(option.name());
      switch (module) {
        case "" -> builtIn(option);
        case "tcp" -> tcp(option);
        case "udp" -> ports(option);
        case "comment" -> comment(option);
        default -> verbatim("-m " + module + " ", option);
      }
    }
    if (match.options().isEmpty() && !ASKS_NOTHING.contains(module)) {
      protocolSaidLast = false;
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
    String name = protocolName(protocol.get().word());
    if (protocol.get().negated()) {
      sentence.condition(new Words("any protocol but "), new Key(name));
    } else if (name.equals("ALL")) {
      sentence.condition(new Words("any protocol"));
    } else {
      sentence.condition(new Words(name));
      protocolSaidLast = true;
    }
  }

  private static String protocolName(String written) {
    String upper = written.toUpperCase(Locale.ROOT);
    return switch (upper) {
      case "0" -> "ALL";
      case "1" -> "ICMP";
      case "6" -> "TCP";
      case "17" -> "UDP";
      case "58", "ICMPV6", "IPV6-ICMP" -> "ICMPv6";
      default -> upper.matches("\\d*") ? "IP protocol " + upper : upper;
    };
  }

  private void builtIn(RuleOption option) {
    switch (option.name()) {
      case "-p" -> {} // said first, see protocol
      case "-s" -> address(option, "from ");
      case "-d" -> address(option, "to ");
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

  private void address(RuleOption option, String way) {
    String value = option.word();
    boolean any = value.equals("0.0.0.0/0") || value.equals("::/0");
    if (any && !option.negated()) {
      sentence.condition(new Words(way + "anywhere"));
    } else {
      either(option, way, way + "anywhere but ", withoutHostMask(value));
    }
  }

  // A + at the end stands for any rest of the name, a + alone for any name.
  private void interfaceName(RuleOption option, String verb) {
    String value = option.word();
    if (value.equals("+")) {
      sentence.condition(
          new Words(verb + (option.negated() ? "no interface at all (never)" : "any interface")));
      return;
    }
    boolean prefix = value.endsWith("+");
    String name = prefix ? value.substring(0, value.length() - 1) : value;
    String kind = prefix ? "an interface whose name begins with " : "";
    String other = prefix ? "an interface whose name does not begin with " : "any interface but ";
    either(option, verb + kind, verb + other, name);
  }

  private void tcp(RuleOption option) {
    switch (option.name()) {
      case "--sport", "--dport" -> ports(option);
      case "--syn", "--tcp-flags" -> flags(option);
      case "--tcp-option" ->
          either(option, "with TCP option ", "without TCP option ", option.word());
      default -> verbatim("-m tcp ", option);
    }
  }

  private void flags(RuleOption option) {
    Optional<TcpFlags> flags =
        option.name().equals("--syn")
            ? Optional.of(TcpFlags.SYN_ALONE)
            : TcpFlags.parse(option.words().get(0), option.words().get(1));
    if (flags.isEmpty()) {
      verbatim("-m tcp ", option);
      return;
    }
    String words = flags.get().words();
    if (flags.get().equals(TcpFlags.SYN_ALONE)) {
      sentence.condition(
          new Words(
              option.negated() ? "not opening a connection (not: " : "opening a connection ("),
          new Key(words),
          new Words(")"));
    } else {
      either(option, "with ", "with flags other than ", words);
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
        new Words(way + (option.negated() ? "a port outside " : "ports ")),
        new Key(low + "–" + high));
  }

  private void port(Phrase... phrases) {
    if (protocolSaidLast) {
      sentence.extend(phrases);
    } else {
      sentence.condition(phrases);
    }
    protocolSaidLast = false;
  }

  // A comment asks nothing; it is quoted so that nobody takes it for what the rule does.
  private void comment(RuleOption option) {
    sentence.remark(new Words(" (comment: “"), new Code(option.word()), new Words("”)"));
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
  private static String withoutHostMask(String value) {
    return value.replaceFirst("^([0-9.]+)/32$|^([0-9a-fA-F:.]+)/128$", "$1$2");
  }
}
