/** Reads what commands of iproute2 print of a namespace that runs. */
package io.github.chainbook.topology.capture;
