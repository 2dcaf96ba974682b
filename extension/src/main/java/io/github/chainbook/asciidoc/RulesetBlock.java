package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Selection;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/** What {@code [iptables-save#id]} and {@code iptables-save::file[id=…]} both do. */
final class RulesetBlock extends BlockView {

  private static final String DEFAULT_VIEWS = "diagram,rules";
  private static final List<String> VIEWS = List.of("diagram", "rules", "source", "none");

  RulesetBlock(
      Processor processor, StructuralNode parent, Map<String, Object> attributes, Place place) {
    super(processor, parent, attributes, place);
  }

  /** Reads the dump, registers the ruleset and returns the block that shows it. */
  StructuralNode show(Source dump) {
    return declare("expected an id for the ruleset: [iptables-save#id] or id=…", dump, this::show);
  }

  private void show(Dump dump) {
    String id = attributes.own("id").orElseThrow();
    Reading reading = read(dump);
    reading.diagnostics().forEach(d -> Reports.log(processor, d, dump));
    Book.Entry entry = new Book.Entry(new Ids(id), reading, dump, place);
    book.add(entry);
    container.setAttribute(Placement.DECLARES, id, true);

    Selection selection =
        attributes
            .selection()
            .orElseGet(
                () -> {
                  reports.error("bad-attribute", "expected a number in depth");
                  return Selection.ALL;
                });
    DiagramAttributes look =
        DiagramAttributes.of(attributes, message -> reports.error("bad-attribute", message));
    show(new Views(processor, entry, container, place, attributes, look), selection, id);
  }

  // The first view that shows something carries the ruleset's id and title.
  private void show(Views views, Selection selection, String id) {
    Optional<String> freeId = Optional.of(id);
    Optional<String> title = attributes.own("title");
    List<String> wanted = views();
    views.errors();
    if (!wanted.contains("diagram")) {
      views.repairs();
    }
    for (String view : wanted) {
      boolean shown =
          switch (view) {
            case "diagram" -> {
              boolean drawn = views.diagrams(selection, title, freeId);
              views.repairs();
              yield drawn;
            }
            case "rules" -> views.rules(selection, title, freeId);
            case "source" -> {
              views.source(title, freeId);
              yield true;
            }
            default -> false;
          };
      if (shown) {
        freeId = Optional.empty();
        title = Optional.empty();
      }
    }
    if (freeId.isPresent()) {
      views.anchor(id);
      sayThatNothingShows(wanted, selection);
    }
  }

  private void sayThatNothingShows(List<String> wanted, Selection selection) {
    boolean meantToShow = wanted.contains("diagram") || wanted.contains("rules");
    if (meantToShow && !selection.equals(Selection.ALL)) {
      reports.error("nothing-selected", "no chain of this dump is in the selection");
    }
  }

  private Reading read(Dump dump) {
    Optional<Family> family = attributes.text("family").flatMap(this::family);
    Reading reading = book.reader().read(dump.text(), family);
    if (reading.rulesets().size() > 1) {
      reports.error(
          "two-families",
          "the file holds a dump for IPv4 and one for IPv6: expected family=ipv4 or family=ipv6;"
              + " the one for "
              + reading.ruleset().family().word()
              + " is shown");
    }
    return attributes.hasOption("repair") ? reading.repaired() : reading;
  }

  private Optional<Family> family(String word) {
    Optional<Family> family = Family.named(word);
    if (family.isEmpty()) {
      reports.error("bad-attribute", "expected family=ipv4 or family=ipv6, found '" + word + "'");
    }
    return family;
  }

  private List<String> views() {
    List<String> views = ViewAttributes.parts(attributes.text("views").orElse(DEFAULT_VIEWS));
    for (String view : views) {
      if (!VIEWS.contains(view)) {
        reports.badWord("views of ", view, VIEWS);
      }
    }
    return views;
  }
}
