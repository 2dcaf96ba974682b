package io.github.chainbook.ruleset;

import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Tables;
import java.util.List;
import java.util.regex.Pattern;

/** What a text is, by its looks, before it is read. */
enum DumpKind {
  /** There is nothing in it but blanks. */
  EMPTY,
  /** It holds a zero byte. */
  BINARY,
  /** It has a table line, or chains and rules below a lost one. */
  DUMP,
  /** The output of {@code iptables -S}: commands without a table. */
  RULE_LIST,
  /** The output of {@code iptables -L}, which leaves out too much. */
  LISTING,
  /** A shell script that calls iptables. */
  SCRIPT,
  /** The output of {@code nft list ruleset}. */
  NFT,
  /** Something else. */
  OTHER;

  /** What lines look like that are asked for only where the first ones are no dump's. */
  private static final class Looks {
    static final Pattern NFT_TABLE =
        Pattern.compile("\\s*table\\s+(?:(?:ip|ip6|inet|arp|bridge|netdev)\\s+)?\\S+\\s*\\{.*");
    static final Pattern LISTED_CHAIN =
        Pattern.compile("\\W*Chain \\S+ \\((?:policy \\S+.*|\\d+ references?)\\).*");
    static final Pattern COMMAND =
        Pattern.compile(
            "(?:\\[\\d+:\\d+\\] ?)?(?:-[APNI]|--(?:append|policy|new-chain|insert)) .*");
    static final Pattern CHAIN = Pattern.compile(":\\S+ (?:ACCEPT|DROP|-)(?: .*)?");

    private Looks() {}
  }

  static DumpKind of(SourceText source) {
    if (source.isBlank()) {
      return EMPTY;
    }
    if (source.hasZero()) {
      return BINARY;
    }
    DumpKind kind = OTHER;
    List<String> lines = source.lines();
    for (int i = 0; kind != DUMP && i < lines.size(); i++) {
      kind = stronger(kind, of(lines.get(i)));
    }
    return kind;
  }

  private static DumpKind stronger(DumpKind known, DumpKind found) {
    if (found == OTHER || known == DUMP) {
      return known;
    }
    // A word of prose may call iptables, and the rules stand below it.
    boolean better = found == DUMP || known == SCRIPT && found == RULE_LIST;
    return known == OTHER || better ? found : known;
  }

  private static DumpKind of(String line) {
    if (line.isEmpty() || line.length() > 500 || line.charAt(0) == '#') {
      return OTHER;
    }
    String body = line.stripLeading();
    if (isTable(body)) {
      return DUMP;
    }
    if (Looks.CHAIN.matcher(body).matches()) {
      return DUMP;
    }
    if (Looks.COMMAND.matcher(body).matches()) {
      return RULE_LIST;
    }
    if (Looks.NFT_TABLE.matcher(body).matches()) {
      return NFT;
    }
    if (Looks.LISTED_CHAIN.matcher(body).matches()) {
      return LISTING;
    }
    if (LineMender.isCommand(line)) {
      return SCRIPT;
    }
    return LineMender.statement(line).map(DumpKind::ofStatement).orElse(OTHER);
  }

  // Blanks may stand behind the star, but then a table's name alone tells it from a list in prose.
  private static boolean isTable(String body) {
    if (!body.startsWith("*") || body.startsWith("**")) {
      return false;
    }
    boolean apart = body.length() > 1 && Character.isWhitespace(body.charAt(1));
    return !apart || Tables.exists(body.substring(1).strip());
  }

  private static DumpKind ofStatement(String statement) {
    return switch (statement.charAt(0)) {
      case '*', ':' -> DUMP;
      case '#', 'C' -> OTHER;
      default -> RULE_LIST;
    };
  }
}
