package io.github.chainbook.figure.plantuml;

import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.deployment.Block;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.deployment.Group;
import io.github.chainbook.figure.deployment.Part;
import io.github.chainbook.figure.deployment.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the figure of a deployment as a PlantUML component diagram. Whatever is said stands in a
 * box, the labels of arrows and the titles of groups too: the layout engine keeps boxes apart from
 * one another and from borders, but not labels.
 */
public final class DeploymentRenderer {

  /** A line longer than this goes on in the next one. */
  private static final int WIDTH = 34;

  private static final String NOTHING = "<U+200B>";

  private final List<String> lines = new ArrayList<>();
  private int groups;

  private DeploymentRenderer() {}

  /** The lines of the diagram, {@code @startuml} and {@code @enduml} included. */
  public static List<String> render(DeploymentFigure figure) {
    DeploymentRenderer renderer = new DeploymentRenderer();
    renderer.lines.add("@startuml");
    renderer.lines.addAll(DeploymentStyle.lines());
    figure.parts().forEach(part -> renderer.part(part, ""));
    figure.wires().forEach(renderer::wire);
    renderer.lines.add("@enduml");
    return renderer.lines;
  }

  private void part(Part part, String margin) {
    if (part instanceof Group group) {
      String kind = group.kind().name().toLowerCase(Locale.ROOT);
      lines.add(margin + "rectangle \"" + NOTHING + "\" as g" + groups++ + " <<" + kind + ">> {");
      group.parts().forEach(inside -> part(inside, margin + "  "));
      lines.add(margin + "}");
    } else {
      block((Block) part, margin);
    }
  }

  private void block(Block block, String margin) {
    Optional<Link> whole =
        block.kind() == Block.Kind.HOP ? block.lines().get(0).link() : Optional.empty();
    lines.add(
        margin
            + "rectangle \""
            + LineText.of(block.lines(), WIDTH, whole.isEmpty())
            + "\" as b"
            + block.number()
            + " <<"
            + stereotype(block)
            + ">>"
            + whole.map(link -> " [[#" + link.id() + "]]").orElse(""));
  }

  private static String stereotype(Block block) {
    return switch (block.kind()) {
      case HOP -> DeploymentStyle.hop(block.flow());
      // The line that it is about is not drawn here.
      case LEGEND -> block.flow() == 0 ? "title" : DeploymentStyle.hop(block.flow());
      default -> block.kind().name().toLowerCase(Locale.ROOT);
    };
  }

  private void wire(Wire wire) {
    String style =
        switch (wire.kind()) {
          case FLOW -> DeploymentStyle.line(wire.flow());
          case CABLE -> "[" + Palette.NODE_LINE + "]";
          case ORDER -> "[hidden]";
        };
    lines.add("b" + wire.from() + " -" + style + (wire.head() ? "->" : "-") + " b" + wire.to());
  }
}
