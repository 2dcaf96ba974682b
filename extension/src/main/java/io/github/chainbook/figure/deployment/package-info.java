/** The figure of a deployment and the flows through it, as values. */
package io.github.chainbook.figure.deployment;
