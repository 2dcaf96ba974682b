package io.github.chainbook.page;

/**
 * A finished page.
 *
 * @param file the name of its file, such as {@code index.html}; all pages lie in one folder
 * @param html the whole document
 */
public record Page(String file, String html) {}
