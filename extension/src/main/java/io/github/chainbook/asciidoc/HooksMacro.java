package io.github.chainbook.asciidoc;

import io.github.chainbook.netfilter.language.TracedPacket;
import java.util.List;
import java.util.Optional;
import org.asciidoctor.extension.Name;

/**
 * {@code iptables-hooks::id[]}: the hooks of netfilter with what a ruleset has at each; with {@code
 * packet}, which way a packet takes and what happens to it on it.
 */
@Name("iptables-hooks")
public final class HooksMacro extends ViewMacro {

  private static final List<String> WHOLE =
      List.of("tables", "table", "chains", "chain", "from", "to", "depth", "collapse");

  @Override
  void show(Views views, AskedView asked) {
    asked.expectNo(WHOLE, "the hooks are shown whole");
    if (asked.packet().isEmpty()) {
      views.figures().hooks(Optional.empty(), asked);
      return;
    }
    Optional<TracedPacket> packet = asked.traced();
    if (packet.isPresent()) {
      views.figures().hooks(packet, asked);
    }
  }
}
