/** Where the parts of a figure go: measures, places and ways, without a machine's fonts. */
package io.github.chainbook.figure.layout;
