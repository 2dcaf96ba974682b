package io.github.chainbook.asciidoc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockMacroProcessor;
import org.asciidoctor.extension.Name;

/**
 * {@code topology-flow::TOPOLOGY[flow=1,views=steps]}: flows of a topology that stands above, all
 * of them where none is named.
 */
@Name("topology-flow")
public final class TopologyFlowMacro extends BlockMacroProcessor {

  private static final List<String> VIEWS = List.of("deployment", "sequence", "steps");
  private static final List<String> DEFAULT_VIEWS = List.of("sequence", "steps");

  @Override
  public StructuralNode process(
      StructuralNode parent, String target, Map<String, Object> attributes) {
    Place place = new RubyDocument(parent.getDocument()).blockBeingParsed();
    StructuralNode container = Containers.open(this, parent, place);
    BlockReports reports = new BlockReports(this, container, place);
    ViewAttributes given = new ViewAttributes(parent.getDocument(), attributes);
    Book book = Book.of(parent);
    Optional<Book.Deployment> deployment = book.topology(target);
    if (deployment.isEmpty()) {
      return reports.refuse("unknown-topology", book.unknownTopology(target));
    }
    given.misspelt().forEach(message -> reports.error("bad-attribute", message));
    FlowAttribute flows = FlowAttribute.of(given);
    Optional<String> problem = flows.problem(deployment.get().flows());
    if (problem.isPresent()) {
      return reports.refuse("bad-attribute", problem.get());
    }
    List<String> views = given.own("views").map(ViewAttributes::parts).orElse(DEFAULT_VIEWS);
    views.stream()
        .filter(view -> !VIEWS.contains(view))
        .forEach(view -> reports.badWord("views of ", view, VIEWS));
    DiagramAttributes look =
        DiagramAttributes.of(given, message -> reports.error("bad-attribute", message));
    TopologyViews shown =
        new TopologyViews(this, deployment.get(), container, place, look, given.words());
    if (views.contains("deployment")) {
      shown.deploymentOf(flows, given.own("title"));
    }
    shown.flows(flows, views);
    return container;
  }
}
