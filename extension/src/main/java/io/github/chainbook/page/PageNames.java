package io.github.chainbook.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Says which pages could not lie beside one another in a folder, whatever the file system. */
final class PageNames {

  /** What Windows refuses in a file name, and what a URL would take for something else. */
  private static final Pattern REFUSED = Pattern.compile("[\\x00-\\x1f\\\\/:*?\"<>|#]");

  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private PageNames() {}

  /**
   * Checks the names of all pages.
   *
   * @return one problem for each page that cannot have its name; empty if all is well
   */
  static List<Problem> check(List<Leaf> leaves) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Leaf> taken = new HashMap<>();
    for (Leaf leaf : leaves) {
      if (REFUSED.matcher(leaf.id()).find() || isDevice(leaf.id())) {
        problems.add(
            problem(leaf, "the id names the page, and not every system takes it as a file name"));
      }
      Leaf other = taken.putIfAbsent(folded(leaf.file()), leaf);
      if (other != null) {
        String way = other.file().equals(leaf.file()) ? "is already" : "on some systems is";
        problems.add(
            problem(
                leaf,
                "its page would be %s, which %s the page of \"%s\", %s"
                    .formatted(leaf.file(), way, other.title(), other.file())));
      }
    }
    return problems;
  }

  /** Whether Windows takes a name, whatever follows a dot behind it, for a device's. */
  static boolean isDevice(String name) {
    return DEVICES.contains(folded(name));
  }

  private static Problem problem(Leaf leaf, String message) {
    return new Problem(leaf.title(), "", "#" + leaf.id(), message);
  }

  private static String folded(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
