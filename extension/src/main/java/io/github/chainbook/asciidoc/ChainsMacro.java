package io.github.chainbook.asciidoc;

import java.util.List;
import org.asciidoctor.extension.Name;

/**
 * {@code iptables-chains::id[]}: the chain diagram of all or part of a ruleset, or with {@code
 * packet} of what a packet meets there.
 */
@Name("iptables-chains")
public final class ChainsMacro extends ViewMacro {

  private static final List<String> DECIDED =
      List.of("chains", "chain", "from", "to", "depth", "collapse");

  @Override
  void show(Views views, AskedView asked) {
    if (asked.packet().isEmpty()) {
      views.diagrams(asked.selection(), asked.title(), asked.id());
    } else {
      asked.expectNo(DECIDED, "a packet decides what is shown");
      asked.traced().ifPresent(packet -> views.figures().walk(packet, asked));
    }
  }
}
