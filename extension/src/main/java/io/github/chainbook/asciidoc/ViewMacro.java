package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Selection;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;

/** A macro that shows a view of a ruleset which stands above it. */
abstract class ViewMacro extends BlockMacroProcessor {

  /** Adds the view. */
  abstract void show(Views views, AskedView asked);

  @Override
  public StructuralNode process(
      StructuralNode parent, String target, Map<String, Object> attributes) {
    Place place = new RubyDocument(parent.getDocument()).blockBeingParsed();
    StructuralNode container = Containers.open(this, parent, place);
    Book book = Book.of(parent);
    ViewAttributes given = new ViewAttributes(parent.getDocument(), attributes);
    Optional<Book.Entry> entry = book.ruleset(target);
    Optional<Selection> selection = given.selection();
    if (entry.isEmpty()) {
      refuse(container, place, "unknown-ruleset", book.unknown(target));
    } else if (selection.isEmpty()) {
      refuse(container, place, "bad-attribute", "expected a number in depth");
    } else if (!selectsAnything(entry.get(), selection.get())) {
      refuse(
          container,
          place,
          "nothing-selected",
          "no chain of ruleset "
              + target
              + " is in this selection"
              + hint(entry.get(), selection.get()));
    } else {
      Consumer<String> error =
          message ->
              Reports.log(
                  this, Diagnostic.error("bad-attribute", place.position(), message), place);
      given.misspelt().forEach(error);
      DiagramAttributes look = DiagramAttributes.of(given, error);
      Views views = new Views(this, entry.get(), container, place, given, look);
      BlockAnchors anchors = new BlockAnchors(this, container, place);
      Optional<String> id = given.own("id").filter(anchors::isFree);
      show(
          views,
          new AskedView(
              entry.get(),
              selection.get(),
              given,
              MacroPacket.of(attributes, place),
              given.own("title"),
              id,
              new BlockReports(this, container, place)));
    }
    return container;
  }

  private static boolean selectsAnything(Book.Entry entry, Selection selection) {
    return selection.tablesOf(entry.ruleset()).stream()
        .anyMatch(table -> !selection.chainsOf(table).isEmpty());
  }

  private static String hint(Book.Entry entry, Selection selection) {
    List<String> chains =
        entry.ruleset().tables().stream()
            .flatMap(table -> table.chains().stream())
            .map(chain -> chain.name())
            .distinct()
            .toList();
    return selection
        .from()
        .or(selection::to)
        .or(() -> selection.chains().stream().findFirst())
        .map(name -> DidYouMean.hint(name, chains))
        .orElse("");
  }

  private void refuse(StructuralNode container, Place place, String code, String message) {
    Diagnostic diagnostic = Diagnostic.error(code, place.position(), message);
    Reports.log(this, diagnostic, place);
    parseContent(container, NoticeLines.in(container).refused(diagnostic));
  }
}
