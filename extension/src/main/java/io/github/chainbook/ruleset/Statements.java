package io.github.chainbook.ruleset;

import io.github.chainbook.text.Position;

/**
 * Reads lines that say something: which table begins or ends, which chains there are, and commands.
 *
 * @param sections the tables
 * @param unnamed begins tables that no line names
 * @param chainLines reads the lines that declare chains
 */
record Statements(Sections sections, UnnamedTables unnamed, ChainLines chainLines) {

  /**
   * Reads a line that says something and is no comment.
   *
   * @param body the line without the blanks before it
   * @param at where the line stands
   * @param index the line's index, of which those below it up to another may be looked at
   */
  void read(String text, String body, int index, int end, Position at) throws SyntaxError {
    int indent = text.length() - body.length();
    switch (body.charAt(0)) {
      case '*' -> sections.begin(body, at.atColumn(1 + indent));
      case ':' -> {
        unnamed.beginLost(index, end);
        chainLines.read(text, at.atColumn(1 + indent));
      }
      default -> {
        if (body.equals("COMMIT")) {
          sections.commit(at.atColumn(1 + indent));
        } else {
          unnamed.beginListed(body, index, end);
          if (!sections.isOpen() && body.startsWith("-A ")) {
            unnamed.beginLost(index, end);
          }
          sections.commands(1 + indent).read(text, at);
          if (!body.startsWith("-P")) {
            sections.seeRules();
          }
        }
      }
    }
  }
}
