package io.github.chainbook.ruleset;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;

/**
 * What may be wrong with a line whatever it says.
 *
 * @param findings where it is reported
 */
record LineFaults(Findings findings) {

  /** The buffer of iptables-restore 1.8.9, with the line's end. */
  private static final int MAX_LINE = 10_239;

  // iptables-restore would take the rest for a line of its own.
  void refuseLength(String line, Position at) {
    if (line.length() * 4L > MAX_LINE && Bytes.encode(line).length >= MAX_LINE) {
      findings.add(
          Diagnostic.error(
              "line-too-long",
              at,
              "expected a line of less than " + MAX_LINE + " bytes",
              "the line is read all the same"));
    }
  }

  // iptables-restore looks for all but commands in the first column only.
  void refuseIndent(int indent, Position at) {
    if (indent > 0) {
      findings.add(
          Diagnostic.error(
              "indented-line",
              at,
              "expected this line to begin in the first column",
              "the blanks before it are dropped"));
    }
  }
}
