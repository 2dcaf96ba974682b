/**
 * Reads YAML into values that know their places, and checks them against a JSON Schema. Knows
 * nothing of topologies.
 */
package io.github.chainbook.topology.yaml;
