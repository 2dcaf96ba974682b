package io.github.chainbook.asciidoc;

import io.github.chainbook.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Name;
import org.asciidoctor.extension.Reader;

/**
 * {@code [iptables-notes,RULESET]} above an open block: the author's notes on chains and rules of a
 * ruleset. They are shown where the rule tables show these, and nothing stands where they are
 * written.
 */
@Name("iptables-notes")
@Contexts({Contexts.OPEN, Contexts.PARAGRAPH})
@ContentModel(ContentModel.COMPOUND) // only then does Asciidoctor tell the line of the content
public final class NotesBlock extends BlockProcessor {

  private static final String EXPECTED =
      "expected a note for each rule, as CHAIN NUMBER:: text or CHAIN `piece of the rule`:: text";

  @Override
  public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
    Place block = new RubyDocument(parent.getDocument()).blockBeingParsed();
    Place first =
        new Place(reader.getFile(), reader.getDir(), block.path(), reader.getLineNumber());
    List<String> lines = new ArrayList<>(reader.readLines());
    StructuralNode container = Containers.open(this, parent, block);
    BlockReports reports = new BlockReports(this, container, block);
    Book book = Book.of(parent);
    Optional<String> named = Optional.ofNullable(attributes.get("2")).map(Object::toString);
    Optional<Book.Entry> entry = named.map(book::ruleset).orElseGet(book::last);
    if ("paragraph".equals(String.valueOf(attributes.get("cloaked-context")))) {
      return reports.refuse("missing-delimiters", "expected the notes between two lines of --");
    }
    if (entry.isEmpty()) {
      return reports.refuse("unknown-ruleset", book.unknown(named.orElse("")));
    }
    String ruleset = entry.get().ids().ruleset();
    Place table = book.authorNotes().firstTableOf(ruleset);
    if (table != null) {
      reports.error(
          "notes-below-table",
          "notes must stand above the first rule table of ruleset '"
              + ruleset
              + "', which is at "
              + table
              + ": move them up; if that is where the dump stands, give it views=none and place its"
              + " views below the notes");
    }
    add(book, ruleset, NoteItem.parse(lines), first);
    return container;
  }

  private void add(Book book, String ruleset, NoteItem.Parsed parsed, Place first) {
    if (parsed.stray() >= 0 || parsed.items().isEmpty()) {
      Place place = first.atLine(first.line() + Math.max(parsed.stray(), 0));
      report(place, Diagnostic.error("bad-note", place.position(), EXPECTED));
    }
    References references = new References(book);
    for (NoteItem item : parsed.items()) {
      Place place = first.atLine(first.line() + item.line());
      if (item.isEmpty()) {
        report(
            place,
            Diagnostic.error(
                "bad-note", place.position(), item.term() + ": expected words behind ::"));
        continue;
      }
      try {
        References.Found found = references.noted(ruleset, item.chain(), item.rule());
        String name =
            found.rule() == 0 ? "chain " + found.chain() : found.chain() + " " + found.rule();
        book.authorNotes().add(found.id(), new AuthorNotes.Note(name, item.lines(), place));
      } catch (References.Unresolved e) {
        String message = "note on " + item.term() + ": " + e.getMessage();
        report(place, Diagnostic.error("unresolved-reference", place.position(), message));
      }
    }
  }

  private void report(Place place, Diagnostic diagnostic) {
    Reports.log(this, diagnostic, place);
  }
}
