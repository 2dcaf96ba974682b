package io.github.chainbook.yaml;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.text.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text as the YAML library gets it: with places that are those of its file. */
final class YamlSource {

  private static final int REPLACEMENT = 0xFFFD;

  private final SourceText source;
  private final int[] text;
  private final int[] lineStarts;
  private final List<Diagnostic> problems = new ArrayList<>();

  YamlSource(SourceText source) {
    this.source = source;
    int size = 0;
    for (String line : source.lines()) {
      size += line.length() + 1;
    }
    int[] points = new int[size];
    lineStarts = new int[Math.max(1, source.lines().size())];
    int at = 0;
    for (int i = 0; i < source.lines().size(); i++) {
      lineStarts[i] = at;
      at = append(i, points, at);
    }
    text = Arrays.copyOf(points, at);
  }

  // What YAML does not take is replaced one for one: the library would read nothing of the text.
  private int append(int line, int[] to, int from) {
    int at = from;
    boolean clean = true;
    String chars = source.lines().get(line);
    for (int i = 0; i < chars.length(); ) {
      int c = chars.codePointAt(i);
      boolean good = isPrintable(c);
      if (!good && clean) {
        clean = false;
        String shown = VisibleText.of(chars.substring(i, i + Character.charCount(c)));
        problems.add(
            Diagnostic.error(
                "yaml-syntax",
                source.position(line, at - from + 1),
                "expected text, found a character that YAML does not take: " + shown));
      }
      to[at++] = good ? c : REPLACEMENT;
      i += Character.charCount(c);
    }
    to[at++] = '\n';
    return at;
  }

  // YAML 1.1, c-printable, but no other line ends than those that are cut already.
  private static boolean isPrintable(int c) {
    return c == '\t'
        || c >= 0x20 && c <= 0x7E
        || c >= 0xA0 && c <= 0xD7FF && c != 0x2028 && c != 0x2029
        || c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF
        || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }

  /** Characters that YAML does not take, the first of each line. */
  List<Diagnostic> problems() {
    return problems;
  }

  int length() {
    return text.length;
  }

  int at(int index) {
    return text[index];
  }

  /** The lines, without their ends. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < source.lines().size(); i++) {
      int end = i + 1 < lineStarts.length ? lineStarts[i + 1] : text.length;
      lines.add(new String(text, lineStarts[i], end - 1 - lineStarts[i]));
    }
    return lines;
  }

  /** The line, from 0, that holds the character of this index. */
  int line(int index) {
    int found = Arrays.binarySearch(lineStarts, Math.min(index, Math.max(0, text.length - 1)));
    return found >= 0 ? found : -found - 2;
  }

  /** The place of the character of this index. */
  Position position(int index) {
    int line = line(index);
    int inLine = Math.min(index, Math.max(0, text.length - 1)) - lineStarts[line];
    return source.position(line, inLine + 1);
  }
}
