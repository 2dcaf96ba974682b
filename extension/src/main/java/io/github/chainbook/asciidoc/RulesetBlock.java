package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Selection;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.Catalogue;
import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/** What {@code [iptables-save#id]} and {@code iptables-save::file[id=…]} both do. */
final class RulesetBlock {

  private static final String DEFAULT_VIEWS = "diagram,rules";
  private static final List<String> VIEWS = List.of("diagram", "rules", "source", "none");
  private static final String ID = "[\\p{L}_][\\w.-]*";

  private final Processor processor;
  private final StructuralNode parent;
  private final ViewAttributes attributes;
  private final Place place;
  private final StructuralNode container;

  RulesetBlock(
      Processor processor, StructuralNode parent, Map<String, Object> attributes, Place place) {
    this.processor = processor;
    this.parent = parent;
    this.attributes = new ViewAttributes(parent.getDocument(), attributes);
    this.place = place;
    this.container = Containers.open(processor, parent);
  }

  /** Where a dump comes from, which may not be readable. */
  interface Source {
    Dump read() throws DumpFile.Refused;
  }

  /** Reads the dump, registers the ruleset and returns the block that shows it. */
  StructuralNode show(Source source) {
    Optional<Diagnostic> refusal = badId();
    if (refusal.isPresent()) {
      return refuse(refusal.get());
    }
    try {
      show(source.read());
      return container;
    } catch (DumpFile.Refused e) {
      return refuse(e.diagnostic());
    }
  }

  private void show(Dump dump) {
    String id = attributes.own("id").orElseThrow();
    Reading reading = read(dump);
    reading.diagnostics().forEach(d -> Reports.log(processor, d, dump));
    Book book = Book.of(parent);
    Book.Entry entry = new Book.Entry(new Ids(id), reading, dump, place);
    book.add(entry);
    container.setAttribute(Placement.DECLARES, id, true);

    Views views = new Views(processor, entry, container);
    Optional<Selection> selection = attributes.selection();
    if (selection.isEmpty()) {
      Reports.log(processor, badDepth(), place);
    }
    Selection shown = selection.orElse(Selection.ALL);
    Optional<String> title = attributes.own("title");
    Optional<String> free = Optional.of(id);
    views.notices();
    for (String view : views()) {
      int before = container.getBlocks().size();
      switch (view) {
        case "diagram" -> views.diagrams(shown, title, free);
        case "rules" -> views.rules(shown, title, free);
        case "source" -> views.source();
        default -> {}
      }
      boolean carriesId = !view.equals("source") && container.getBlocks().size() > before;
      if (carriesId) {
        free = Optional.empty();
        title = Optional.empty();
      }
    }
    free.ifPresent(views::anchor);
  }

  private Reading read(Dump dump) {
    Optional<Family> family = attributes.text("family").flatMap(this::family);
    Reading reading = new RulesetReader(Catalogue.standard()).read(dump.text(), family);
    return attributes.hasOption("repair") ? reading.repaired() : reading;
  }

  private Optional<Family> family(String word) {
    Optional<Family> family = Family.named(word);
    if (family.isEmpty()) {
      String message = "expected family=ipv4 or family=ipv6, found '" + word + "'";
      Reports.log(processor, error("bad-attribute", message), place);
    }
    return family;
  }

  private List<String> views() {
    List<String> views = ViewAttributes.parts(attributes.text("views").orElse(DEFAULT_VIEWS));
    for (String view : views) {
      if (!VIEWS.contains(view)) {
        String message =
            "expected views of "
                + String.join(", ", VIEWS)
                + ", found '"
                + view
                + "'"
                + DidYouMean.hint(view, VIEWS);
        Reports.log(processor, error("bad-attribute", message), place);
      }
    }
    return views;
  }

  private Optional<Diagnostic> badId() {
    Optional<String> id = attributes.own("id");
    if (id.isEmpty()) {
      String message = "expected an id for the ruleset: [iptables-save#id] or id=…";
      return Optional.of(error("missing-id", message));
    }
    if (!id.get().matches(ID)) {
      String message = "expected an id of letters, digits, _, - and ., found '" + id.get() + "'";
      return Optional.of(error("bad-id", message));
    }
    return Book.of(parent)
        .ruleset(id.get())
        .map(Book.Entry::declared)
        .or(() -> Containers.placeOf(parent.getDocument(), id.get()))
        .map(taken -> error("id-taken", "id '" + id.get() + "' is taken already, at " + taken));
  }

  private Diagnostic badDepth() {
    return error("bad-attribute", "expected a number in depth");
  }

  private Diagnostic error(String code, String message) {
    Position position = place.position();
    return Diagnostic.error(code, position, message);
  }

  private StructuralNode refuse(Diagnostic diagnostic) {
    Reports.log(processor, diagnostic, place);
    processor.parseContent(container, NoticeLines.refused(diagnostic));
    return container;
  }
}
