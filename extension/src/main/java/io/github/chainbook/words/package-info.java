/** The words of each language: all that readers see of ours, and how it is put together. */
package io.github.chainbook.words;
