package io.github.chainbook.asciidoc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes HTML of the inline AsciiDoc that this package generates, and of no other: spans with
 * classes, strong, emphasized and monospaced text, line breaks, links, and the marks of {@link
 * Marks}. All other text in it is escaped already, see {@link
 * io.github.chainbook.text.AsciiDocText}.
 */
final class GeneratedInline {

  private static final Pattern LINK =
      Pattern.compile(LinkMark.NAME + ":(\\d+)\\[([^\\]]*)\\]|link:(#[^\\[\\s]+)\\[([^\\]]*)\\]");
  private static final Pattern ANCHOR = Pattern.compile(AnchorMark.NAME + ":(\\d+)\\[\\]");
  private static final Pattern SPAN = Pattern.compile("\\[((?:\\.[\\w-]+)+)\\]##");
  private static final Pattern REFERENCE = Pattern.compile("&(?:#\\d+|[a-z]+);");
  private static final String BREAK = " +\n";

  private final Marks marks;
  private final String text;
  private final StringBuilder html = new StringBuilder();

  /** What is open, innermost first, by the sign that ends it. */
  private final Deque<String> open = new ArrayDeque<>();

  private GeneratedInline(Marks marks, String text) {
    this.marks = marks;
    this.text = text;
  }

  /** The HTML of a piece of text. */
  static String html(Marks marks, String text) {
    GeneratedInline inline = new GeneratedInline(marks, text);
    int at = 0;
    while (at < text.length()) {
      at = inline.step(at);
    }
    return inline.html.toString();
  }

  private int step(int at) {
    switch (text.charAt(at)) {
      case '`' -> {
        return pair(at, "``", "code");
      }
      case '*' -> {
        return pair(at, "**", "strong");
      }
      case '_' -> {
        return pair(at, "__", "em");
      }
      case '[' -> {
        Matcher span = at(SPAN, at);
        if (span.lookingAt()) {
          String classes = span.group(1).substring(1).replace('.', ' ');
          html.append("<span class=\"").append(classes).append("\">");
          open.push("##");
          return span.end();
        }
      }
      case '#' -> {
        if (text.startsWith("##", at) && "##".equals(open.peek())) {
          html.append("</span>");
          open.pop();
          return at + 2;
        }
      }
      case 'c', 'l' -> {
        return link(at);
      }
      case ' ' -> {
        if (text.startsWith(BREAK, at)) {
          html.append("<br>\n");
          return at + BREAK.length();
        }
      }
      case '<' -> {
        html.append("&lt;");
        return at + 1;
      }
      case '>' -> {
        html.append("&gt;");
        return at + 1;
      }
      case '&' -> {
        if (!at(REFERENCE, at).lookingAt()) {
          html.append("&amp;");
          return at + 1;
        }
      }
      default -> {}
    }
    html.append(text.charAt(at));
    return at + 1;
  }

  private Matcher at(Pattern pattern, int at) {
    return pattern.matcher(text).region(at, text.length());
  }

  private int pair(int at, String sign, String tag) {
    if (!text.startsWith(sign, at)) {
      html.append(text.charAt(at));
      return at + 1;
    }
    if (sign.equals(open.peek())) {
      open.pop();
      html.append("</").append(tag).append('>');
    } else {
      open.push(sign);
      html.append('<').append(tag).append('>');
    }
    return at + sign.length();
  }

  private int link(int at) {
    if (text.startsWith(AnchorMark.NAME, at)) {
      Matcher anchor = at(ANCHOR, at);
      if (anchor.lookingAt()) {
        html.append("<a id=\"").append(id(anchor.group(1))).append("\"></a>");
        return anchor.end();
      }
    } else if (text.startsWith(LinkMark.NAME, at) || text.startsWith("link:", at)) {
      Matcher link = at(LINK, at);
      if (link.lookingAt()) {
        boolean marked = link.group(1) != null;
        html.append("<a href=\"").append(marked ? "#" + id(link.group(1)) : link.group(3));
        html.append("\">").append(html(marks, link.group(marked ? 2 : 4))).append("</a>");
        return link.end();
      }
    }
    html.append(text.charAt(at));
    return at + 1;
  }

  // Ids hold nothing that means something in an attribute's value, see Ids.
  private String id(String number) {
    return marks.id(Integer.parseInt(number));
  }
}
