package io.github.chainbook.explain.profile;

import io.github.chainbook.xtables.RuleOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Kinds of values that mean something wherever a rule mentions them, and where they may stand. */
enum ValueKind {
  /** A port number or a range of them. */
  PORT("--dport", "--sport", "--dports", "--sports", "--ports", "--to-ports", "--on-port"),
  /** A mark of packets or connections; with or without its mask. */
  MARK("--mark", "--set-xmark", "--set-mark", "--tproxy-mark"),
  /** The user that a socket belongs to. */
  USER("--uid-owner"),
  /** The group that a socket belongs to. */
  GROUP("--gid-owner"),
  /** An address, or a network with its length. */
  ADDRESS(
      "-s",
      "-d",
      "--src-range",
      "--dst-range",
      "--to-source",
      "--to-destination",
      "--to",
      "--on-ip",
      "--ctorigsrc",
      "--ctorigdst",
      "--ctreplsrc",
      "--ctrepldst"),
  /** A network interface. */
  INTERFACE("-i", "-o", "--physdev-in", "--physdev-out"),
  /** A set of ipset(8). */
  SET("--match-set", "--add-set", "--del-set", "--map-set");

  private final Set<String> options;

  ValueKind(String... options) {
    this.options = Set.of(options);
  }

  /** Its key in a profile. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The values of this kind that an option holds, each in every form that a profile may use. */
  List<String> in(RuleOption option) {
    if (!options.contains(option.name()) || option.values().isEmpty()) {
      return List.of();
    }
    String word = option.word();
    return switch (this) {
      case PORT -> Arrays.asList(word.split(","));
      case MARK -> forms(word, "/");
      case ADDRESS -> addresses(option.name(), word);
      default -> List.of(word);
    };
  }

  // The whole text, and the part of it before the mark.
  private static List<String> forms(String word, String mark) {
    int at = word.indexOf(mark);
    return at < 0 ? List.of(word) : List.of(word, word.substring(0, at));
  }

  private static List<String> addresses(String option, String word) {
    return switch (option) {
      case "--src-range", "--dst-range" -> Arrays.asList(word.split("-"));
      case "--to-source", "--to-destination" -> Arrays.asList(withoutPorts(word).split("-"));
      default -> Stream.concat(Stream.of(word), single(word)).toList();
    };
  }

  // iptables prints a single address with the longest mask that there is.
  private static Stream<String> single(String word) {
    boolean single = word.endsWith("/32") && !word.contains(":") || word.endsWith("/128");
    return single ? Stream.of(word.substring(0, word.indexOf('/'))) : Stream.empty();
  }

  // 10.0.0.1:80 or [fd00::1]:80
  private static String withoutPorts(String word) {
    if (word.startsWith("[")) {
      int end = word.indexOf(']');
      return end < 0 ? word : word.substring(1, end);
    }
    int colon = word.indexOf(':');
    boolean version6 = colon >= 0 && word.indexOf(':', colon + 1) >= 0;
    return colon < 0 || version6 ? word : word.substring(0, colon);
  }
}
