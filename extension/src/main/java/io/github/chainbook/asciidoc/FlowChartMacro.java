package io.github.chainbook.asciidoc;

import org.asciidoctor.extension.Name;

/** {@code iptables-flowchart::id[chain=NAME]}: a chain's rules as a flow chart. */
@Name("iptables-flowchart")
public final class FlowChartMacro extends ViewMacro {

  @Override
  void show(Views views, AskedView asked) {
    views.figures().charts(asked);
  }
}
