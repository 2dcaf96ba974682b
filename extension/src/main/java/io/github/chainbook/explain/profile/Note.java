package io.github.chainbook.explain.profile;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a profile says of a chain or rule. It is shown apart from what the rule itself says, with
 * the profile's title, since it holds only if that system wrote the rule. All of it is plain text,
 * and what was captured comes from the dump: whoever shows it escapes it.
 *
 * @param profile the profile's name, such as {@code istio}
 * @param title the profile's title, such as {@code Istio}
 * @param parts the words in order
 */
public record Note(String profile, String title, List<Part> parts) {

  /**
   * A piece of a note.
   *
   * @param text the words
   * @param isCode whether they name something that stands in rules, such as a chain or port
   */
  public record Part(String text, boolean isCode) {

    public Part {
      Objects.requireNonNull(text);
    }
  }

  public Note {
    Objects.requireNonNull(profile);
    Objects.requireNonNull(title);
    parts = List.copyOf(parts);
  }

  /** All words, as one text. */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }
}
