package io.github.chainbook.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of an {@code href} or {@code src}, taken apart.
 *
 * @param kind where it leads
 * @param path for a local link what stands before query and fragment, still encoded; may be empty
 * @param fragment for a local link what follows the {@code #}, still encoded; null without one
 */
record Link(Kind kind, String path, String fragment) {

  /** Where a link leads. */
  enum Kind {
    /** A file or a place of this site. */
    LOCAL,
    /** Another host, or a mailbox. */
    OUTSIDE,
    /** A picture that stands in the link itself. */
    PICTURE,
    /** The root of the host: right on one host and wrong below a project's folder. */
    ROOTED,
    /** A scheme that a book has no use for, such as {@code javascript:} or {@code file:}. */
    REFUSED
  }

  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

  static Link of(String value) {
    String link = value.strip();
    Matcher scheme = SCHEME.matcher(link);
    if (scheme.matches()) {
      return new Link(kind(scheme.group(1).toLowerCase(Locale.ROOT), link), "", null);
    }
    if (link.startsWith("/")) {
      return new Link(Kind.ROOTED, "", null);
    }
    int hash = link.indexOf('#');
    String fragment = hash < 0 ? null : link.substring(hash + 1);
    String path = hash < 0 ? link : link.substring(0, hash);
    int query = path.indexOf('?');
    return new Link(Kind.LOCAL, query < 0 ? path : path.substring(0, query), fragment);
  }

  private static Kind kind(String scheme, String link) {
    return switch (scheme) {
      case "http", "https", "mailto" -> Kind.OUTSIDE;
      case "data" ->
          link.regionMatches(true, 0, "data:image/", 0, 11) ? Kind.PICTURE : Kind.REFUSED;
      default -> Kind.REFUSED;
    };
  }
}
