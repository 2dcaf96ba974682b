/** Makes SVG fit to stand inside a page. */
package io.github.chainbook.figure.svg;
