package io.github.chainbook.netfilter.language;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line into words, and hands them out one after the other. */
final class Tokens {

  private final String line;
  private final List<Token> all = new ArrayList<>();
  private int at;
  private boolean claims;
  private int next;

  private Tokens(String line) {
    this.line = line;
  }

  /**
   * The words of a line up to its comment, which begins at a {@code #} that stands before all words
   * or behind a blank.
   *
   * @throws BadLine where a quotation mark is never closed
   */
  static Tokens of(String line) throws BadLine {
    Tokens tokens = new Tokens(line);
    tokens.scan();
    return tokens;
  }

  private void scan() throws BadLine {
    int end = line.length();
    while (at < line.length()) {
      char c = line.charAt(at);
      if (isBlank(c)) {
        at++;
      } else if (c == '#' && (at == 0 || isBlank(line.charAt(at - 1)))) {
        end = at;
        break;
      } else if (c == '"') {
        quoted();
      } else if (isSign(at)) {
        sign();
      } else {
        word();
      }
    }
    int last = end;
    while (last > 0 && isBlank(line.charAt(last - 1))) {
      last--;
    }
    all.add(new Token("", column(last), Token.Kind.END));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }

  private int column(int index) {
    return line.codePointCount(0, index) + 1;
  }

  // The arrow of a claim and that between two ends need no blanks around them.
  private boolean isSign(int index) {
    char c = line.charAt(index);
    return c == '>' || c == ',' && claims || line.startsWith("=>", index);
  }

  private void sign() {
    int length = line.charAt(at) == '=' ? 2 : 1;
    all.add(new Token(line.substring(at, at + length), column(at), Token.Kind.SIGN));
    at += length;
    claims |= length == 2;
  }

  private void word() {
    int from = at;
    while (at < line.length() && !isBlank(line.charAt(at)) && !isSign(at)) {
      at++;
    }
    all.add(new Token(line.substring(from, at), column(from), Token.Kind.WORD));
  }

  private void quoted() throws BadLine {
    int from = at++;
    StringBuilder text = new StringBuilder();
    while (at < line.length() && line.charAt(at) != '"') {
      if (line.charAt(at) == '\\' && at + 1 < line.length()) {
        at = Escapes.read(line, at, text);
      } else {
        text.append(line.charAt(at++));
      }
    }
    if (at == line.length()) {
      throw new BadLine(
          column(from), "expected a quotation mark at the end of the text, found none");
    }
    at++;
    all.add(new Token(text.toString(), column(from), Token.Kind.QUOTED));
  }

  /** Whether no word is left. */
  boolean atEnd() {
    return peek().isEnd();
  }

  /** The next word, which stays. */
  Token peek() {
    return all.get(next);
  }

  /** The next word. */
  Token take() {
    Token token = all.get(next);
    if (!token.isEnd()) {
      next++;
    }
    return token;
  }

  /** Takes the next word if it is this sign. */
  boolean takes(String sign) {
    boolean is = peek().is(sign);
    if (is) {
      next++;
    }
    return is;
  }

  /** Goes on behind the claims' arrow; false where the line has none. */
  boolean skipToClaims() {
    while (!atEnd()) {
      if (take().is("=>")) {
        return true;
      }
    }
    return false;
  }
}
