package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Selection;
import java.util.Optional;
import org.asciidoctor.extension.Name;

/** {@code iptables-chains::id[]}: the chain diagram of all or part of a ruleset. */
@Name("iptables-chains")
public final class ChainsMacro extends ViewMacro {

  @Override
  void show(Views views, Selection selection, Optional<String> title, Optional<String> id) {
    views.diagrams(selection, title, id);
  }
}
