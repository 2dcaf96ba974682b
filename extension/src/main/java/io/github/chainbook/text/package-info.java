/** Source text, positions, diagnostics, "did you mean" and escaping. Uses no other room. */
package io.github.chainbook.text;
