package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Tables;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads what stands behind {@code =>}. */
final class ClaimParser {

  private static final List<String> VERDICTS =
      Arrays.stream(Verdict.values()).map(v -> new Claim.OfVerdict(v).toString()).toList();

  private static final List<String> TARGETS = List.of("REDIRECT", "DNAT", "SNAT", "MASQUERADE");

  private static final List<String> WORDS = List.of("unchanged", "mark", "leaves", "by", "through");

  private static final List<String> ALL =
      Stream.of(VERDICTS, TARGETS, WORDS).flatMap(List::stream).toList();

  private final Tokens tokens;

  ClaimParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Reads claims with commas, which may be left out before {@code by} and {@code through}. */
  List<Claimed> readAll() throws BadLine {
    List<Claimed> claims = new ArrayList<>();
    do {
      int column = tokens.peek().column();
      claims.add(new Claimed(claim(tokens.take()), column));
    } while (tokens.takes(",") || goesOn(tokens.peek()));
    if (!tokens.atEnd()) {
      throw BadLine.expected("a comma or the end of the line", tokens.peek());
    }
    return claims;
  }

  private static boolean goesOn(Token next) {
    return next.isWord() && (next.text().equals("by") || next.text().equals("through"));
  }

  private Claim claim(Token name) throws BadLine {
    String word = name.isWord() ? name.text() : "";
    if (VERDICTS.contains(word)) {
      return new Claim.OfVerdict(Verdict.valueOf(word.replace('-', '_')));
    }
    if (TARGETS.contains(word)) {
      return translated(word);
    }
    return switch (word) {
      case "unchanged" -> new Claim.Unchanged();
      case "mark" -> new Claim.Marked(mark(tokens.take()));
      case "leaves" -> {
        Token device = tokens.take();
        yield new Claim.Leaves(Values.device(device.text(), device));
      }
      case "by" -> new Claim.By(step(true));
      case "through" -> new Claim.Through(step(false));
      default ->
          throw BadLine.expected(
              "a claim such as ACCEPT, DROP, REDIRECT :15006 or by filter/INPUT 3",
              name,
              DidYouMean.hint(name.text(), ALL));
    };
  }

  private Claim translated(String target) throws BadLine {
    Token end = tokens.peek();
    if (!end.isWord()) {
      return new Claim.Translated(target, Optional.empty(), OptionalInt.empty());
    }
    tokens.take();
    Optional<Address> address = Optional.empty();
    int port;
    if (end.text().startsWith(":") && !end.text().startsWith("::")) {
      port = Ends.port(end.text().substring(1), end, 1);
    } else {
      Endpoint read = Ends.read(end);
      address = Optional.ofNullable(read.address());
      port = read.port();
    }
    return new Claim.Translated(
        target, address, port < 0 ? OptionalInt.empty() : OptionalInt.of(port));
  }

  private static Mark mark(Token token) throws BadLine {
    try {
      return Mark.parse(token.text());
    } catch (BadValue e) {
      throw BadLine.expected("a mark such as 0x1 or 0x1/0xff", token);
    }
  }

  private StepName step(boolean whole) throws BadLine {
    Token path = tokens.take();
    if (path.isEnd() || path.kind() == Token.Kind.SIGN || path.text().isEmpty()) {
      throw BadLine.expected("a chain such as filter/INPUT", path);
    }
    // A chain's own name may hold a slash.
    int slash = path.text().indexOf('/');
    boolean hasTable = slash > 0 && Tables.exists(path.text().substring(0, slash));
    Optional<String> table =
        hasTable ? Optional.of(path.text().substring(0, slash)) : Optional.empty();
    String chain = path.text().substring(hasTable ? slash + 1 : 0);
    Token number = tokens.peek();
    if (!number.isWord() && !whole) {
      return new StepName(table, chain, OptionalInt.empty(), false);
    }
    tokens.take();
    boolean policy = number.text().equals("policy");
    if (!policy && !number.text().matches("[1-9][0-9]{0,8}") || !number.isWord()) {
      throw BadLine.expected("the number of a rule, or policy", number);
    }
    return new StepName(
        table,
        chain,
        policy ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(number.text())),
        policy);
  }
}
