package io.github.chainbook.page;

import java.util.List;

/** The pages could not be made, or were made and are not sound; carries every problem found. */
public final class PagesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  PagesException(String message, List<Problem> problems) {
    super(message);
    this.problems = List.copyOf(problems);
  }

  PagesException(String message) {
    this(message, List.of());
  }

  /** What is wrong, in the order found; empty where the message says all there is to say. */
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }
}
