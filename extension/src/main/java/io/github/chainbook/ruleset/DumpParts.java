package io.github.chainbook.ruleset;

import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parts of a dump and the family of each. A dump of iptables-save and one of ip6tables-save may
 * be glued into one file; a part goes from behind one section to the end of the next.
 */
final class DumpParts {

  /**
   * Some lines that are of one family.
   *
   * @param from the index of its first line
   * @param to the index behind its last line
   * @param family its family
   */
  record Part(int from, int to, Family family) {}

  private final List<Part> parts = new ArrayList<>();

  private DumpParts() {}

  /**
   * Cuts a dump.
   *
   * @param otherwise the family of what says none
   */
  static DumpParts of(SourceText source, Family otherwise) {
    List<int[]> spans = spans(source);
    List<Optional<Family>> said = new ArrayList<>();
    for (int[] span : spans) {
      said.add(family(source, span[0], span[1]));
    }
    Family latest = otherwise;
    for (int i = said.size() - 1; i >= 0; i--) {
      latest = said.get(i).orElse(latest);
    }
    DumpParts parts = new DumpParts();
    for (int i = 0; i < spans.size(); i++) {
      latest = said.get(i).orElse(latest);
      parts.parts.add(new Part(spans.get(i)[0], spans.get(i)[1], latest));
    }
    return parts;
  }

  List<Part> parts() {
    return parts;
  }

  Set<Family> families() {
    Set<Family> families = new TreeSet<>();
    for (Part part : parts) {
      families.add(part.family());
    }
    return families;
  }

  // A span ends behind its COMMIT, or before the next table where there is none.
  private static List<int[]> spans(SourceText source) {
    List<int[]> spans = new ArrayList<>();
    int size = source.lines().size();
    int from = 0;
    boolean inTable = false;
    for (int i = 0; i < size; i++) {
      boolean table = source.startsWith(i, "*");
      if (table && inTable) {
        spans.add(new int[] {from, i});
        from = i;
      }
      inTable |= table;
      if (inTable && source.startsWith(i, "COMMIT")) {
        spans.add(new int[] {from, i + 1});
        from = i + 1;
        inTable = false;
      }
    }
    if (inTable || spans.isEmpty()) {
      spans.add(new int[] {from, size});
    } else if (from < size) {
      // What stands behind the last section belongs to it.
      spans.get(spans.size() - 1)[1] = size;
    }
    return spans;
  }

  private static Optional<Family> family(SourceText source, int from, int to) {
    Optional<Family> said = Optional.empty();
    for (int i = from; i < to && !source.startsWith(i, "*"); i++) {
      if (source.startsWith(i, "#")) {
        Optional<Family> here = FamilyDetector.saidBy(source.lines().get(i));
        said = here.isPresent() ? here : said;
      }
    }
    return said.isPresent() ? said : FamilyDetector.detect(source, from, to);
  }
}
