/**
 * Reads YAML into values that know their places, and checks them against a JSON Schema. Knows
 * nothing of what is declared with it.
 */
package io.github.chainbook.yaml;
