package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.Selection;
import java.util.Optional;
import org.asciidoctor.extension.Name;

/** {@code iptables-flowchart::id[chain=NAME]}: a chain's rules as a flow chart. */
@Name("iptables-flowchart")
public final class FlowChartMacro extends ViewMacro {

  @Override
  void show(Views views, Selection selection, Optional<String> title, Optional<String> id) {
    views.charts(selection, title, id);
  }
}
