/** The figure of a flow as messages between processes and kernels, as values. */
package io.github.chainbook.figure.sequence;
