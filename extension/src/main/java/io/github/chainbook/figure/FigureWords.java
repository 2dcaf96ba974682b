package io.github.chainbook.figure;

import io.github.chainbook.text.VisibleText;
import java.util.Map;
import java.util.stream.Collectors;

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
    return new FigureWords(
        VisibleText.of(figure.title()),
        VisibleText.of(figure.description()),
        figure.tips().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, tip -> VisibleText.of(tip.getValue()))));
  }
}
