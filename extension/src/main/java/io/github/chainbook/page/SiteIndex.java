package io.github.chainbook.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What there is to link to within a site: files, and the ids on its pages. */
final class SiteIndex {

  private final Set<String> files;
  private final Map<String, Set<String>> ids = new HashMap<>();

  /**
   * Creates an index that knows no ids yet.
   *
   * @param files paths below the site's folder, with slashes
   */
  SiteIndex(Set<String> files) {
    this.files = files;
  }

  /**
   * Adds an id.
   *
   * @return whether the page did not have it before
   */
  boolean add(String page, String id) {
    return ids.computeIfAbsent(page, key -> new HashSet<>()).add(id);
  }

  /**
   * Follows a link.
   *
   * @param page the page it stands on
   * @return what is wrong with it, if anything is
   */
  Optional<String> problem(String page, Link link) {
    return switch (link.kind()) {
      case OUTSIDE, PICTURE -> Optional.empty();
      case ROOTED -> Optional.of("starts at the root of the host, where the site need not lie");
      case REFUSED -> Optional.of("has a scheme that has no place in a book");
      case LOCAL -> Optional.ofNullable(local(page, link));
    };
  }

  private String local(String page, Link link) {
    if (link.path().isEmpty() && link.fragment() == null) {
      return "is empty";
    }
    try {
      String target = link.path().isEmpty() ? page : resolve(page, Percent.decode(link.path()));
      if (target == null) {
        return "leaves the folder of the site";
      }
      if (!files.contains(target)) {
        return "there is no such file in the site";
      }
      return hasPlace(target, link.fragment()) ? null : "no element has this id on " + target;
    } catch (IllegalArgumentException e) {
      return "is badly encoded: " + e.getMessage();
    }
  }

  private boolean hasPlace(String target, String fragment) {
    // Only pages have ids known here; what a fragment means for a picture is its own affair.
    if (fragment == null || !target.endsWith(".html")) {
      return true;
    }
    Set<String> known = ids.getOrDefault(target, Set.of());
    return known.contains(fragment) || known.contains(Percent.decode(fragment));
  }

  /** The file a path leads to from a page, with slashes; null if it leaves the site. */
  private static String resolve(String page, String path) {
    List<String> names = new ArrayList<>(List.of(page.split("/")));
    names.remove(names.size() - 1);
    for (String name : path.split("/", -1)) {
      if (name.equals("..")) {
        if (names.isEmpty()) {
          return null;
        }
        names.remove(names.size() - 1);
      } else if (!name.equals(".")) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }
}
