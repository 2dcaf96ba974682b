package io.github.chainbook.figure;

import io.github.chainbook.text.VisibleText;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of a figure besides what is drawn.
 *
 * @param title what it shows, in a few words
 * @param description what it shows, in sentences, for who cannot see it; may be empty
 * @param tips what is said of its parts when they are pointed at, by the ids that they lead to
 */
public record FigureWords(String title, String description, Map<String, String> tips) {

  public FigureWords {
    tips = Map.copyOf(tips);
  }

  /** The words of a figure, fit to be shown. */
  public static FigureWords of(Figure figure) {
    return of(
        figure.title(),
        figure.description(),
        figure.tips().entrySet().stream().map(tip -> new Link(tip.getKey(), tip.getValue())));
  }

  /**
   * Words, made fit to be shown.
   *
   * @param title what a figure shows, in a few words
   * @param description what it shows, in sentences
   * @param links the links of its parts; of several to one id the first says what is said
   */
  public static FigureWords of(String title, String description, Stream<Link> links) {
    return new FigureWords(
        VisibleText.of(title),
        VisibleText.of(description),
        links.collect(
            Collectors.toMap(
                Link::id, link -> VisibleText.of(link.tip()), (first, more) -> first)));
  }
}
