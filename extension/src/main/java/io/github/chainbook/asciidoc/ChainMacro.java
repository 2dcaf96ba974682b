package io.github.chainbook.asciidoc;

import java.util.Optional;

/** {@code chain:ISTIO_OUTPUT[]}, with a text of its own in the brackets if the author wants one. */
public final class ChainMacro extends ReferenceMacro {

  /** Takes the name {@code chain}. */
  public ChainMacro() {
    super("chain");
  }

  @Override
  References.Found find(References references, String target, String text, Optional<String> nearest)
      throws References.Unresolved {
    return references.chain(target, nearest);
  }

  @Override
  String label(References.Found found, String text, Wording wording) {
    return text.isEmpty() ? code(found.chain()) : text;
  }
}
