/**
 * The way from one converted book to a folder of pages: split by chapter, finish the tables and
 * figures, rewrite and check the links. Works on HTML alone, with jsoup, and knows nothing of
 * AsciiDoc or of dumps.
 */
package io.github.chainbook.page;
