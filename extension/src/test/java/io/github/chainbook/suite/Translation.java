package io.github.chainbook.suite;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pair of netfilter's tests of iptables-translate ({@code extensions/*.txlate} of iptables): a
 * command, and the rules of nft that say the same.
 *
 * @param number the line of the command
 * @param nft what stands behind the chain in the rules of nft, joined
 */
record Translation(
    String list, int number, Family family, String table, String chain, String rule, String nft) {

  private static final Pattern COMMAND = Pattern.compile("ip(6?)tables-translate (.*)");
  private static final Pattern TABLE = Pattern.compile("(?:^| )-t (\\S+)");
  private static final Pattern APPEND = Pattern.compile("(?:^| )-[AI] (\\S+)(?: 1)?(?= |$)");
  private static final Pattern NFT_RULE =
      Pattern.compile("nft '(?:add|insert) rule \\S+ \\S+ \\S+ ?(.*)'");
  private static final Pattern ATOM =
      Pattern.compile(
          "(?<hex>0x\\p{XDigit}+)|(?<v4>\\d+\\.\\d+\\.\\d+\\.\\d+)"
              + "|(?<v6>\\p{XDigit}*:\\p{XDigit}*:[\\p{XDigit}:]*)|(?<word>[\\w*]+)");
  private static final Pattern NEGATED =
      Pattern.compile("!=? (\\{[^}]*\\}|\"[^\"]*\"-\"[^\"]*\"|\\S+(?:, ?\\S+)*)");

  /** The pairs of a list that are about a rule of iptables or ip6tables. */
  static List<Translation> of(Corpus.Entry list) {
    List<Translation> pairs = new ArrayList<>();
    List<String> lines = list.source().lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher command = COMMAND.matcher(lines.get(i));
      if (command.matches()) {
        StringBuilder nft = new StringBuilder();
        for (int j = i + 1; j < lines.size() && lines.get(j).startsWith("nft "); j++) {
          Matcher rule = NFT_RULE.matcher(lines.get(j));
          nft.append(rule.matches() ? rule.group(1) + " " : "");
        }
        Family family = command.group(1).isEmpty() ? Family.IPV4 : Family.IPV6;
        pair(list.path(), i + 1, family, command.group(2), nft.toString()).ifPresent(pairs::add);
      }
    }
    return pairs;
  }

  private static Optional<Translation> pair(
      String list, int number, Family family, String command, String nft) {
    Matcher table = TABLE.matcher(command);
    Matcher chain = APPEND.matcher(command);
    if (nft.isEmpty() || !chain.find()) {
      return Optional.empty();
    }
    String rule = TABLE.matcher(APPEND.matcher(command).replaceFirst("")).replaceFirst("").strip();
    String name = table.find() ? table.group(1) : "filter";
    return Optional.of(new Translation(list, number, family, name, chain.group(1), rule, nft));
  }

  /** A dump that holds this rule. */
  String dump() {
    boolean builtIn = chain.matches("[A-Z]+");
    String declared = builtIn ? "" : ":" + chain + " - [0:0]\n";
    return "*" + table + "\n" + declared + "-A " + chain + " " + rule + "\nCOMMIT\n";
  }

  /** The numbers and addresses that nft names. */
  Set<String> values() {
    Set<String> values = atoms(nft);
    values.removeIf(atom -> !atom.matches("\\d+|.*[.:].*"));
    return values;
  }

  /** For each value that nft excludes, what it is made of. */
  List<Set<String>> excluded() {
    List<Set<String>> excluded = new ArrayList<>();
    Matcher negated = NEGATED.matcher(nft);
    while (negated.find()) {
      excluded.add(atoms(negated.group(1)));
    }
    return excluded;
  }

  /** What a value is made of: numbers in decimal, addresses, words in small letters. */
  static Set<String> atoms(String text) {
    Set<String> atoms = new TreeSet<>();
    Matcher atom = ATOM.matcher(text);
    while (atom.find()) {
      atoms.add(atom(atom));
    }
    return atoms;
  }

  private static String atom(Matcher atom) {
    if (atom.group("hex") != null) {
      return String.valueOf(Long.parseLong(atom.group().substring(2), 16));
    }
    Optional<Address> address =
        Optional.ofNullable(atom.group("v6")).flatMap(v6 -> Address.find(v6, Family.IPV6));
    return address
        .map(Address::toString)
        .orElseGet(() -> atom.group().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=\\d)", ""));
  }
}
