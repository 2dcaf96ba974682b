package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Selection;
import java.util.Optional;
import org.asciidoctor.extension.Name;

/** {@code iptables-rules::id[]}: the annotated rule table of all or part of a ruleset. */
@Name("iptables-rules")
public final class RulesMacro extends ViewMacro {

  @Override
  void show(Views views, Selection selection, Optional<String> title, Optional<String> id) {
    views.rules(selection, title, id);
  }
}
