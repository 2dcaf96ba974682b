package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.deployment.DeploymentDiagram;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.plantuml.DeploymentRenderer;
import io.github.chainbook.figure.plantuml.SequenceRenderer;
import io.github.chainbook.figure.sequence.FlowSequence;
import io.github.chainbook.figure.sequence.SequenceFigure;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/** Adds the views of a topology to a block: its deployment, and each flow. */
final class TopologyViews {

  // What no view shows in the end is unlinked when the page is finished: its table may come below.
  private static final Predicate<String> LINKED = id -> true;

  private final Processor processor;
  private final Book book;
  private final Book.Deployment deployment;
  private final StructuralNode container;
  private final Anchors anchors;
  private final TopologyIds ids;
  private final FigureBlocks figures;
  private final DiagramAttributes look;
  private final Messages words;
  private final Wording wording;

  /**
   * Views in a block.
   *
   * @param place where the author asks for them
   * @param look how deployments are drawn
   */
  TopologyViews(
      Processor processor,
      Book.Deployment deployment,
      StructuralNode container,
      Place place,
      DiagramAttributes look,
      Messages words) {
    this.look = look;
    this.processor = processor;
    this.book = Book.of(container);
    this.deployment = deployment;
    this.container = container;
    this.anchors = new BlockAnchors(processor, container, place);
    this.ids = new TopologyIds(deployment.id());
    this.figures = new FigureBlocks(processor, container, words);
    this.words = words;
    this.wording = new Wording(words);
  }

  /** Adds what is missing because it could not be read. */
  void errors(List<Diagnostic> diagnostics) {
    List<Diagnostic> errors = diagnostics.stream().filter(Diagnostic::isError).toList();
    processor.parseContent(container, new NoticeLines(wording).topology(errors));
  }

  /**
   * Adds the figure of the deployment, which carries the topology's id: with its flows, or, where
   * these are too many to be told apart, without them.
   */
  void deployment(FlowAttribute flows, Optional<String> title) {
    if (deployment.topology().namespaces().isEmpty()) {
      figures.anchor(deployment.id());
      return;
    }
    List<FlowWalk> together = isEachAlone(flows) ? List.of() : flows.of(deployment.flows());
    deployment(deployment.id(), title, together);
  }

  private void deployment(String id, Optional<String> title, List<FlowWalk> walks) {
    DeploymentFigure figure =
        DeploymentDiagram.of(ids, deployment.topology(), walks, LINKED, words);
    List<String> source = DeploymentRenderer.render(figure);
    String caption = title.orElse(AsciiDocText.escape(figure.title()));
    if (look.plantUml()) {
      figures.add(id, "deployment", caption, source, figure.words());
    } else {
      figures.add(id, "deployment", caption, figure.words(), DrawnFigure.of(figure));
    }
    figures.source(source);
  }

  /** Adds an element that carries the topology's id and shows nothing. */
  void anchor() {
    figures.anchor(deployment.id());
  }

  /** Adds the figure of the deployment with these flows alone, if they go into one. */
  void deploymentOf(FlowAttribute flows, Optional<String> title) {
    if (!isEachAlone(flows)) {
      deployment(freeId(deployment.id() + "-deployment"), title, flows.of(deployment.flows()));
    }
  }

  // Whoever names flows wants to see them together.
  private boolean isEachAlone(FlowAttribute flows) {
    return flows.chosen().isEmpty() && deployment.flows().size() > DeploymentDiagram.MOST_FLOWS;
  }

  /** Adds these flows, each in these views. */
  void flows(FlowAttribute flows, List<String> views) {
    for (FlowWalk walk : flows.of(deployment.flows())) {
      if (views.contains("deployment") && isEachAlone(flows)) {
        String id = freeId(ids.flow(walk.flow().number()) + "-deployment");
        deployment(id, Optional.empty(), List.of(walk));
      }
      if (views.contains("sequence") && !walk.hops().isEmpty()) {
        sequence(walk);
      }
      if (views.contains("steps")) {
        processor.parseContent(
            container, new FlowLines(book, deployment.topology(), anchors, ids, wording).of(walk));
      }
    }
  }

  private void sequence(FlowWalk walk) {
    SequenceFigure figure = FlowSequence.of(ids, deployment.topology(), walk, LINKED, words);
    List<String> plantUml = SequenceRenderer.render(figure);
    String id = freeId(ids.flow(walk.flow().number()) + "-sequence");
    figures.add(id, "sequence", AsciiDocText.escape(figure.title()), plantUml, figure.words());
    figures.source(plantUml);
  }

  private String freeId(String id) {
    String free = id;
    for (int n = 2; book.hasFigure(free); n++) {
      free = id + "-" + n;
    }
    return free;
  }
}
