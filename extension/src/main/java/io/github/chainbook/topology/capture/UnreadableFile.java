package io.github.chainbook.topology.capture;

/** Why a file cannot be read. */
public final class UnreadableFile extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean missing;

  /**
   * A file that cannot be read.
   *
   * @param message what is wrong, naming the file, without a full stop
   * @param missing whether it is simply not there, as with a file that a capture need not have
   */
  public UnreadableFile(String message, boolean missing) {
    super(message, null, false, false);
    this.missing = missing;
  }

  /** Whether it is simply not there. */
  public boolean isMissing() {
    return missing;
  }
}
