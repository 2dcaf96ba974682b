/** Makes small figures of large ones: figures in, figures out. */
package io.github.chainbook.figure.summary;
