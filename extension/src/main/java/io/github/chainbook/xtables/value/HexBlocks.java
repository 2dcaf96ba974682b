package io.github.chainbook.xtables.value;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.xtables.BadValue;
import java.io.ByteArrayOutputStream;

/**
 * Text with hexadecimal blocks between bars, as {@code --hex-string} of libxt_string.c reads it: a
 * backslash outside a block takes the next byte as it is; inside a block one space may stand behind
 * each pair of digits and any number at the beginning.
 */
final class HexBlocks {

  private final byte[] text;
  private final ByteArrayOutputStream pattern = new ByteArrayOutputStream();
  private int at;
  private boolean inBlock;

  private HexBlocks(byte[] text) {
    this.text = text;
  }

  static BytePattern read(String word) throws BadValue {
    HexBlocks blocks = new HexBlocks(Bytes.encode(word));
    while (blocks.at < blocks.text.length) {
      blocks.step();
    }
    return BytePattern.checked(blocks.pattern.toByteArray());
  }

  // A bar that stands right behind the end of a block is a byte of the text; even the last bar must
  // not stand behind the greatest number of bytes.
  private void step() throws BadValue {
    if (pattern.size() == BytePattern.MAX_LENGTH) {
      throw new BadValue("expected at most " + BytePattern.MAX_LENGTH + " bytes, found more");
    }
    boolean escaped = text[at] == '\\';
    if (escaped && inBlock) {
      throw new BadValue("expected hexadecimal digits between the bars, found a backslash");
    }
    if (text[at] == '|') {
      inBlock = !inBlock;
      at++;
      while (inBlock && at < text.length && text[at] == ' ') {
        at++;
      }
      if (at == text.length) {
        return;
      }
    }
    if (escaped) {
      if (at + 1 == text.length) {
        throw new BadValue("expected a character behind the backslash at the end");
      }
      pattern.write(text[at + 1]);
      at += 2;
    } else if (inBlock) {
      pattern.write(pair());
    } else {
      pattern.write(text[at++]);
    }
  }

  private int pair() throws BadValue {
    // Behind the last pair there must still be the bar that ends the block.
    if (at + 2 >= text.length) {
      throw new BadValue("expected pairs of hexadecimal digits and a bar '|' at the block's end");
    }
    int high = digit(text[at]);
    int low = digit(text[at + 1]);
    if (high < 0 || low < 0) {
      throw new BadValue(
          "expected pairs of hexadecimal digits between the bars, found '"
              + Bytes.decode(new byte[] {text[at], text[at + 1]})
              + "'");
    }
    at += text[at + 2] == ' ' ? 3 : 2;
    return high << 4 | low;
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit(b, 16);
  }
}
