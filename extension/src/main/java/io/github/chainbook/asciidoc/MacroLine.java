package io.github.chainbook.asciidoc;

/**
 * A packet and what is claimed of it, as a macro's attributes give them.
 *
 * @param source the line of the macro; empty where it cannot be had
 * @param packet the packet
 * @param expect the claims; may be empty
 */
record MacroLine(String source, String packet, String expect) {

  private static final String ARROW = " => ";

  /** Both as one line of the language. */
  String text() {
    return expect.isBlank() ? packet : packet + ARROW + expect;
  }

  /** The column of the macro's line that is meant by one of {@link #text()}; 0 where unknown. */
  int column(int column) {
    int length = packet.codePointCount(0, packet.length());
    boolean inPacket = column <= length + 1;
    String part = inPacket ? packet : expect;
    int at = source.indexOf(part, inPacket ? 0 : Math.max(source.indexOf("expect="), 0));
    if (at < 0) {
      return 0;
    }
    int offset = inPacket ? column : Math.max(column - length - ARROW.length(), 1);
    return source.codePointCount(0, at) + offset;
  }
}
