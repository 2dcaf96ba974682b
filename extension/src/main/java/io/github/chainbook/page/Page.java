package io.github.chainbook.page;

import java.util.Map;

/**
 * A finished page.
 *
 * @param file the name of its file, such as {@code index.html}; all pages lie in one folder
 * @param html the whole document
 * @param files what it links to and nobody else has: files of its figures, by their paths below the
 *     folder, with slashes
 */
public record Page(String file, String html, Map<String, String> files) {

  public Page {
    files = Map.copyOf(files);
  }
}
