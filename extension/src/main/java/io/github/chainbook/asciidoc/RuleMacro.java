package io.github.chainbook.asciidoc;

import java.util.Optional;

/** {@code rule:ISTIO_OUTPUT[9]}, or with a piece of the rule's text in the brackets. */
public final class RuleMacro extends ReferenceMacro {

  /** Takes the name {@code rule}. */
  public RuleMacro() {
    super("rule");
  }

  @Override
  References.Found find(References references, String target, String text, Optional<String> nearest)
      throws References.Unresolved {
    return references.rule(target, text, nearest);
  }

  @Override
  String label(References.Found found, String text, Wording wording) {
    return wording.inline("rule.name", "chain", code(found.chain()), "rule", found.rule());
  }
}
