package io.github.chainbook.figure.plantuml;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that PlantUML might take for more than text. */
final class Texts {

  /** Those that it does. */
  static final List<String> TRAPS =
      List.of(
          "-p tcp",
          "--dport 1 --sport 2",
          "//x//",
          "\"\"x\"\"",
          "[[x]]",
          "[[http://a b]]",
          "~~x~~",
          "~",
          "<b>x</b>",
          "<U+0041>",
          "<U+002D>",
          "\\n",
          "a\\nb",
          "!include /etc/passwd",
          "%date()%",
          "%newline()",
          "$x",
          "@enduml",
          "@startuml",
          "a\nb",
          "==",
          "--",
          "..",
          "__",
          "{field}",
          "}",
          "{static} x",
          "<script>alert(1)</script>",
          "&amp;",
          "&#45;",
          "<&wifi>",
          "<:smile:>",
          "''",
          "'",
          "/' x '/",
          "note left",
          "end",
          "#red",
          "a  b",
          " a",
          "b ",
          "\t",
          "\u0000\u0007",
          "\u202Ex",
          "漢字",
          "😀",
          "e\u0301",
          "\u0301",
          "\u00A0",
          "\u00A0\uE657",
          "\u2003",
          "\u3000x",
          "\u200B",
          "\u200D",
          "\uFEFF",
          "\u00AD",
          "\u3164",
          "\u180E",
          "\u20DD",
          "\u0903",
          "\uDCFF",
          "\\",
          "$",
          "\\1",
          "$1",
          "a$b\\c",
          "|x|",
          "= x",
          "* x",
          "# x",
          "<color:red>x",
          "<size:40>x",
          "<<x>>",
          "(x)",
          "x()",
          ":x",
          "^x^",
          "||",
          "a || b");

  private Texts() {}

  /** Lists of some. */
  static Arbitrary<List<String>> any() {
    Arbitrary<String> snippets =
        Arbitraries.of(
            "--", "//", "__", "**", "\"\"", "~~", "[[", "]]", "<", ">", "<b>", "</", "\\", "\\n",
            "!", "%", "@", "#", "&", "$", "{", "}", "|", "'", "\"", "<U+", "+", " ", "  ", "tcp",
            "é", "漢", "-", "=", "..", ":", ";", "(", ")", "/'", "'/", "^", "`", "?", "*", "\n",
            "\t", "1", "\u0001");
    Arbitrary<String> mixed =
        snippets.list().ofMinSize(1).ofMaxSize(8).map(p -> String.join("", p));
    Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(20);
    Arbitrary<String> unicode = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(8);
    return Arbitraries.oneOf(mixed, ascii, unicode).list().ofMinSize(1).ofMaxSize(25);
  }
}
