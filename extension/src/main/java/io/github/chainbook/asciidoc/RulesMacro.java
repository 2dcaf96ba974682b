package io.github.chainbook.asciidoc;

import org.asciidoctor.extension.Name;

/** {@code iptables-rules::id[]}: the annotated rule table of all or part of a ruleset. */
@Name("iptables-rules")
public final class RulesMacro extends ViewMacro {

  @Override
  void show(Views views, AskedView asked) {
    views.rules(asked.selection(), asked.title(), asked.id());
  }
}
