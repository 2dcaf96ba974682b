package io.github.chainbook.asciidoc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes HTML of the AsciiDoc that this package generates, and of no other, as Asciidoctor's html5
 * converter would: for a page that is no book. To start Asciidoctor takes many times as long as all
 * the rest of such a page. A test compares the two.
 */
final class GeneratedHtml {

  private static final Pattern ID = Pattern.compile("\\[\\[([^,\\]]+)(?:,[^\\]]*)?\\]\\]");
  private static final Pattern ATTRIBUTES = Pattern.compile("\\[([\\w.%-]*)(?:,(.*))?\\]");
  private static final Pattern PART = Pattern.compile("([.%])([\\w-]+)");
  private static final Pattern HEADING = Pattern.compile("(={2,6}) (.+)");
  private static final Pattern COLUMNS = Pattern.compile("cols=\"([^\"]+)\"");
  private static final String EXAMPLE = "=====*";
  private static final String LISTING = "----";

  private final Marks marks;
  private final StringBuilder html;
  private final List<String> lines;
  private int at;

  // What stands above a block.
  private String id;
  private String title;
  private String columns = "";
  private final List<String> roles = new ArrayList<>();

  private GeneratedHtml(Marks marks, List<String> lines, StringBuilder html) {
    this.marks = marks;
    this.lines = lines;
    this.html = html;
  }

  /**
   * Writes blocks.
   *
   * @param marks what the marks in them stand for
   * @throws IllegalArgumentException for what this package does not generate
   */
  static void write(Marks marks, List<String> lines, StringBuilder to) {
    // A cell may hold several lines, and so may what is handed over as one.
    List<String> all = lines.stream().flatMap(line -> Arrays.stream(line.split("\n", -1))).toList();
    new GeneratedHtml(marks, all, to).blocks();
  }

  private void blocks() {
    while (at < lines.size()) {
      String line = lines.get(at);
      at++;
      if (!line.isBlank() && !isAbove(line)) {
        block(line);
        id = null;
        title = null;
        columns = "";
        roles.clear();
      }
    }
  }

  private boolean isAbove(String line) {
    Matcher ids = ID.matcher(line);
    if (ids.matches()) {
      id = ids.group(1);
      return true;
    }
    Matcher attributes = ATTRIBUTES.matcher(line);
    if (attributes.matches()) {
      Matcher part = PART.matcher(attributes.group(1));
      while (part.find()) {
        if (part.group(1).equals(".")) {
          roles.add(part.group(2));
        }
      }
      if (attributes.group(1).startsWith("discrete")) {
        roles.add(0, "discrete");
      }
      columns = Optional.ofNullable(attributes.group(2)).orElse("");
      return true;
    }
    if (line.startsWith(".") && !line.startsWith("..")) {
      title = line.substring(1);
      return true;
    }
    return false;
  }

  private void block(String line) {
    Matcher heading = HEADING.matcher(line);
    if (line.equals(GeneratedTable.FENCE)) {
      Matcher cols = COLUMNS.matcher(columns);
      if (!cols.find() || title != null) {
        throw new IllegalArgumentException("a table of another kind: " + columns);
      }
      new GeneratedTable(marks, cols.group(1), classes(), html).write(until(line));
    } else if (line.matches(EXAMPLE)) {
      html.append("<details").append(attributes("")).append(">\n<summary class=\"title\">");
      html.append(inline(title)).append("</summary>\n<div class=\"content\">\n");
      write(marks, until(line), html);
      html.append("</div>\n</details>\n");
    } else if (line.equals(LISTING)) {
      html.append("<div").append(attributes("listingblock")).append(">\n<div class=\"content\">");
      html.append("\n<pre>").append(escaped(String.join("\n", until(line))));
      html.append("</pre>\n</div>\n</div>\n");
    } else if (heading.matches()) {
      String tag = "h" + heading.group(1).length();
      html.append('<').append(tag).append(attributes("")).append('>');
      html.append(inline(heading.group(2))).append("</").append(tag).append(">\n");
    } else {
      at--;
      text(line);
    }
  }

  private void text(String line) {
    List<String> whole = lines.subList(at, lines.size());
    List<String> text = whole.stream().takeWhile(each -> !each.isBlank()).toList();
    at += text.size();
    if (line.startsWith("* ")) {
      html.append("<div").append(attributes("ulist")).append(">\n<ul>\n");
      for (String item : text) {
        html.append("<li>\n<p>").append(inline(item.substring(2))).append("</p>\n</li>\n");
      }
      html.append("</ul>\n</div>\n");
    } else {
      html.append("<div").append(attributes("paragraph")).append(">\n<p>");
      html.append(inline(String.join("\n", text))).append("</p>\n</div>\n");
    }
  }

  // The lines of a block up to the one that ends it.
  private List<String> until(String fence) {
    int end = at;
    while (!lines.get(end).equals(fence)) {
      end++;
    }
    List<String> inside = lines.subList(at, end);
    at = end + 1;
    return inside;
  }

  private String inline(String text) {
    return GeneratedInline.html(marks, text);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private String classes() {
    return String.join(" ", roles);
  }

  private String attributes(String kind) {
    String classes = (kind + " " + classes()).strip();
    return (id == null ? "" : " id=\"" + id + "\"")
        + (classes.isEmpty() ? "" : " class=\"" + classes + "\"");
  }
}
