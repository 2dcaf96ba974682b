package io.github.chainbook.asciidoc;

import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.FlowWalker;
import io.github.chainbook.topology.reading.TopologyReader;
import io.github.chainbook.topology.reading.TopologyReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/** What {@code [topology#id]} and {@code topology::file[id=…]} both do. */
final class TopologyView extends BlockView {

  private static final String DEFAULT_VIEWS = "deployment,sequence,steps";
  private static final List<String> VIEWS = List.of("deployment", "sequence", "steps", "none");

  TopologyView(
      Processor processor, StructuralNode parent, Map<String, Object> attributes, Place place) {
    super(processor, parent, attributes, place);
  }

  /** Reads the declaration, walks its flows, and returns the block that shows them. */
  StructuralNode show(Source declaration) {
    return declare(
        "expected an id for the topology: [topology#id] or id=…", declaration, this::show);
  }

  private void show(Dump declaration) {
    NamedFiles files = new NamedFiles(container.getDocument(), declaration);
    Map<String, Rules> rulesets =
        book.rulesets().stream()
            .collect(Collectors.toMap(entry -> entry.ids().ruleset(), TopologyView::rules));
    TopologyReading reading =
        new TopologyReader(id -> Optional.ofNullable(rulesets.get(id)), rulesets.keySet(), files)
            .read(declaration.text());
    reading.diagnostics().forEach(d -> Reports.log(processor, d, files.placeOf(d)));
    FlowWalker walker =
        new FlowWalker(reading.topology(), MachineAttributes.backend(attributes, reports));
    List<FlowWalk> walks = new ArrayList<>();
    for (Flow flow : reading.topology().flows()) {
      FlowWalk walk = walker.walk(flow);
      walk.problems().forEach(problem -> Reports.log(processor, problem, declaration));
      walks.add(walk);
    }
    Book.Deployment deployment =
        new Book.Deployment(
            attributes.own("id").orElseThrow(), reading.topology(), List.copyOf(walks), place);
    book.add(deployment);
    TopologyViews views =
        new TopologyViews(processor, deployment, container, place, look(), attributes.words());
    views.errors(reading.diagnostics());
    List<String> wanted = views();
    FlowAttribute flows = flows(walks);
    if (wanted.contains("deployment")) {
      views.deployment(flows, attributes.own("title"));
    } else {
      views.anchor();
    }
    views.flows(flows, wanted);
  }

  private DiagramAttributes look() {
    return DiagramAttributes.of(attributes, message -> reports.error("bad-attribute", message));
  }

  private FlowAttribute flows(List<FlowWalk> walks) {
    FlowAttribute flows = FlowAttribute.of(attributes);
    Optional<String> problem = flows.problem(walks);
    problem.ifPresent(message -> reports.error("bad-attribute", message));
    return problem.isEmpty() ? flows : new FlowAttribute(Optional.empty());
  }

  private static Rules rules(Book.Entry entry) {
    return new Rules(Optional.of(entry.ids().ruleset()), entry.reading().rulesets());
  }

  private List<String> views() {
    List<String> views = ViewAttributes.parts(attributes.own("views").orElse(DEFAULT_VIEWS));
    for (String view : views) {
      if (!VIEWS.contains(view)) {
        reports.badWord("views of ", view, VIEWS);
      }
    }
    return views;
  }
}
