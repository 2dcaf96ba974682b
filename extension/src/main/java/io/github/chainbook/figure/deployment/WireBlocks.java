package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.flow.Names;
import io.github.chainbook.figure.flow.Passage;
import io.github.chainbook.topology.Link.End;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Hop.Entry;
import io.github.chainbook.topology.flow.Hop.Exit;
import io.github.chainbook.words.Messages;
import java.util.List;
import java.util.Optional;

/** The blocks between namespaces. */
final class WireBlocks {

  private final Messages words;
  private final Canvas canvas;
  private final Cables cables;

  WireBlocks(Names names, Canvas canvas, Cables cables) {
    this.words = names.words();
    this.canvas = canvas;
    this.cables = cables;
  }

  /** The interface by which a hop came in. */
  Block device(Hop hop) {
    return canvas.device(hop.namespace(), ((Entry.Arrived) hop.entry()).device());
  }

  /** The service that is replaced by an endpoint before a hop. */
  Optional<Block> service(int place, Passage passage) {
    Hop hop = passage.hop();
    Optional<String> name = ((Entry.Arrived) hop.entry()).service();
    return name.map(
        service -> {
          String from = passage.before().map(WireBlocks::sentTo).orElse("");
          List<Line> lines =
              List.of(
                  Line.plain(words.text("wire.service", "service", service)),
                  Line.soft(from + "→ " + hop.packet().destination()));
          Optional<String> node =
              passage.before().flatMap(b -> between(b.namespace(), hop.namespace()));
          List<Object> key = List.of("service", place, hop.number());
          return canvas.outside(node, key, Block.Kind.SERVICE, 0, () -> lines);
        });
  }

  /** The link that a packet came over before a hop, where it is more than a line. */
  Optional<Block> link(Passage passage) {
    Hop hop = passage.hop();
    End in = new End(hop.namespace(), ((Entry.Arrived) hop.entry()).device());
    return passage
        .before()
        .filter(before -> before.exit() instanceof Exit.Sent)
        .map(before -> new End(before.namespace(), ((Exit.Sent) before.exit()).device()))
        .flatMap(out -> cables.use(out, in))
        .flatMap(cables::hub);
  }

  private static String sentTo(Hop hop) {
    var last = hop.trace().last();
    var to =
        last == null || last.destination() == null
            ? hop.packet().destination()
            : last.destination();
    return to + " ";
  }

  /** The node that both namespaces are on. */
  Optional<String> between(String one, String other) {
    return canvas.nodeOf(one).filter(node -> canvas.nodeOf(other).equals(Optional.of(node)));
  }
}
