package io.github.chainbook.page;

import java.util.Objects;

/**
 * Something that is wrong with a page or with a link on it.
 *
 * @param page the page's file name, relative to the site's folder; for the book itself its title
 * @param text the words a reader sees at the place, empty if there are none
 * @param link the link or id in question, as it stands in the HTML; empty if it is about no link
 * @param message what is wrong, a clause without a full stop
 */
public record Problem(String page, String text, String link, String message) {

  public Problem {
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(message, "message");
  }

  static Problem of(String page, String message) {
    return new Problem(page, "", "", message);
  }

  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(page);
    if (!link.isEmpty()) {
      line.append(": ").append(link);
    }
    if (!text.isEmpty()) {
      line.append(" (\"").append(text).append("\")");
    }
    return line.append(": ").append(message).toString();
  }
}
