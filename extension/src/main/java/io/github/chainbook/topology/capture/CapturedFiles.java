package io.github.chainbook.topology.capture;

import io.github.chainbook.text.SourceText;

/** The files that a declaration may name. Who hands it out decides which may be read. */
@FunctionalInterface
public interface CapturedFiles {

  /**
   * Reads a file as bytes.
   *
   * @param path as the declaration names it: relative to the declaration's own folder
   * @return its text, under the name by which its author knows the file
   * @throws UnreadableFile where it is not there, cannot be read, or may not be
   */
  SourceText read(String path) throws UnreadableFile;
}
