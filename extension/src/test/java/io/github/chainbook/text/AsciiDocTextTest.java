package io.github.chainbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AsciiDocTextTest {

  private static final Pattern REFERENCE = Pattern.compile("&#(\\d{2,6});");

  @Test
  void markupBecomesReferences() {
    assertThat(AsciiDocText.escape("a *b* {c}")).isEqualTo("a &#42;b&#42; &#123;c&#125;");
  }

  @Test
  void nothingAtTheFrontBeginsABlock() {
    assertThat(AsciiDocText.escape("• x")).isEqualTo("&#8226; x");
    assertThat(AsciiDocText.escape("  x")).isEqualTo("&#32; x");
    assertThat(AsciiDocText.escape(". x")).isEqualTo("&#46; x");
  }

  @Property
  void onlyReferencesHoldPunctuation(@ForAll String text) {
    String rest = REFERENCE.matcher(AsciiDocText.escape(text)).replaceAll("");
    assertThat(rest.chars().filter(c -> c < 0x80))
        .allMatch(c -> Character.isLetterOrDigit(c) || c == ' ');
  }

  @Property
  void referencesStandForTheVisibleText(@ForAll String text) {
    String read =
        REFERENCE
            .matcher(AsciiDocText.escape(text))
            .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(character(m)));
    assertThat(read).isEqualTo(VisibleText.of(text));
  }

  private static String character(MatchResult reference) {
    return Character.toString(Integer.parseInt(reference.group(1)));
  }
}
