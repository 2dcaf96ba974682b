package io.github.chainbook.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a b                | a,b
          a   b              | a,b
          "a b" c            | a b,c
          "a"b c             | a,b,c
          a"b c"d e          | ab c,d,e
          ""                 | ``
          "a\\"b"            | a"b
          "a\\\\" b          | a\\,b
          "\\a\\'"           | a'
          a\\ b              | a\\,b
          a\\"b"             | a\\b
          'a b'              | 'a,b'
          """)
  void wordsAreThoseOfIptablesRestore(String line, String words) {
    assertThat(texts(Tokenizer.split(line))).containsExactly(words.split(",", -1));
  }

  @Test
  void tabsPartWordsAndQuotesKeepThem() {
    assertThat(texts(Tokenizer.split("a\t\"b\tc\"\td"))).containsExactly("a", "b\tc", "d");
  }

  @Test
  void otherBlanksAreLetters() {
    assertThat(texts(Tokenizer.split("a\u00A0b\u3000c\fd"))).hasSize(1);
  }

  @Test
  void columnsCountCodePoints() {
    List<Token> tokens = Tokenizer.split("é🚀 \"日 本\"  x").tokens();
    assertThat(tokens).extracting(Token::column).containsExactly(1, 4, 11);
    assertThat(tokens).extracting(Token::quoted).containsExactly(false, true, false);
  }

  @Test
  void anUnclosedQuoteIsFoundAtItsColumn() {
    Tokenizer.Words words = Tokenizer.split("a b\"c d\\\"");
    assertThat(words.unclosedQuoteColumn()).isEqualTo(4);
    assertThat(texts(words)).containsExactly("a", "bc d\"");
    assertThat(Tokenizer.split("a \"b\"").unclosedQuoteColumn()).isZero();
  }

  @Property
  void quotedWordsComeBack(@ForAll @Size(max = 8) List<String> words) {
    String line =
        words.stream()
            .map(w -> '"' + w.replaceAll("[\"\\\\]", "\\\\$0") + '"')
            .collect(Collectors.joining(" "));
    assertThat(texts(Tokenizer.split(line))).isEqualTo(words);
  }

  @Property
  void aColumnIsWhereItsWordBegins(@ForAll @Chars({'a', '"', ' ', '\\', '\t', 'é'}) String line) {
    for (Token token : Tokenizer.split(line).tokens()) {
      int index = line.offsetByCodePoints(0, token.column() - 1);
      assertThat(line.codePointAt(index)).isNotEqualTo(' ').isNotEqualTo('\t');
      if (!token.text().isEmpty() && !token.quoted()) {
        assertThat(line.substring(index)).startsWith(token.text());
      }
    }
  }

  private static List<String> texts(Tokenizer.Words words) {
    return words.tokens().stream().map(Token::text).toList();
  }
}
