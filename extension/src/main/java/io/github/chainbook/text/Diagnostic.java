package io.github.chainbook.text;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that is wrong with an input, as a value. Who reports it decides how.
 *
 * @param severity how bad it is
 * @param code a short stable name, documented in the author guide
 * @param position where it is
 * @param message what is wrong and what was expected, without a full stop at the end
 * @param remedy what {@code %repair} does about it; empty where nothing can be done
 */
public record Diagnostic(
    Severity severity, String code, Position position, String message, Optional<String> remedy) {

  public Diagnostic {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(code);
    Objects.requireNonNull(position);
    Objects.requireNonNull(message);
    Objects.requireNonNull(remedy);
  }

  /** An error that nothing can repair. */
  public static Diagnostic error(String code, Position position, String message) {
    return new Diagnostic(Severity.ERROR, code, position, message, Optional.empty());
  }

  /** An error that {@code %repair} turns into a warning, by doing what {@code remedy} says. */
  public static Diagnostic error(String code, Position position, String message, String remedy) {
    return new Diagnostic(Severity.ERROR, code, position, message, Optional.of(remedy));
  }

  /** Something that the author should know but that stops nothing. */
  public static Diagnostic warning(String code, Position position, String message) {
    return new Diagnostic(Severity.WARNING, code, position, message, Optional.empty());
  }

  /** Something worth knowing about how the input was understood. */
  public static Diagnostic info(String code, Position position, String message) {
    return new Diagnostic(Severity.INFO, code, position, message, Optional.empty());
  }

  /** The same at another place. */
  public Diagnostic at(Position newPosition) {
    return new Diagnostic(severity, code, newPosition, message, remedy);
  }

  /** Whether this is an error. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The warning that stands in this error's place once it is repaired. */
  public Diagnostic repaired() {
    String done = remedy.orElseThrow(() -> new IllegalStateException("no remedy: " + this));
    return new Diagnostic(
        Severity.WARNING, code, position, message + "; repaired: " + done, remedy);
  }

  /**
   * The form in which the command line prints it: {@code FILE:LINE:COLUMN: SEVERITY: MESSAGE
   * [CODE]}.
   */
  @Override
  public String toString() {
    return VisibleText.of(position + ": " + severity.word() + ": " + message + " [" + code + "]");
  }
}
