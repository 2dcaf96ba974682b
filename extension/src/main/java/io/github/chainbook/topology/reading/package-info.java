/** Reads the declaration of a topology, in YAML, and checks it. */
package io.github.chainbook.topology.reading;
