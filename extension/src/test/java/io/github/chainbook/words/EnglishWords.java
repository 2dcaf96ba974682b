package io.github.chainbook.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Finds words of English in what another language says. */
public final class EnglishWords {

  private static final Pattern WORD = Pattern.compile("(?<![0-9A-Za-z])[A-Za-z]{2,}");

  /** What readers get to see or to hear besides text. */
  private static final List<String> SPOKEN = List.of("title", "aria-label", "data-label", "alt");

  private EnglishWords() {}

  /** Texts of a page, but listings, with words in Latin letters that no source holds. */
  public static List<String> in(Element page, String sources) {
    List<String> spoken = new ArrayList<>();
    page.getAllElements().stream()
        .filter(element -> !element.nameIs("style") && !element.nameIs("pre"))
        .forEach(
            element -> {
              spoken.add(element.ownText());
              SPOKEN.forEach(name -> spoken.add(element.attr(name)));
            });
    return in(spoken, sources);
  }

  /** Those of some texts with words in Latin letters that no source holds. */
  public static List<String> in(List<String> texts, String sources) {
    String known = sources.toLowerCase(Locale.ROOT);
    return texts.stream()
        .filter(
            text ->
                WORD.matcher(text)
                    .results()
                    .anyMatch(word -> !known.contains(word.group().toLowerCase(Locale.ROOT))))
        .distinct()
        .toList();
  }
}
