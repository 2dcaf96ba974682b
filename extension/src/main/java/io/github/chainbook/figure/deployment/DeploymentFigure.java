package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Link;
import java.util.List;
import java.util.stream.Stream;

/**
 * A deployment and the flows through it, before they are drawn.
 *
 * @param title what it shows, in a few words
 * @param description what it shows, in sentences, for who cannot see it
 * @param parts its outermost parts
 * @param wires the lines between its blocks
 */
public record DeploymentFigure(
    String title, String description, List<Part> parts, List<Wire> wires) {

  public DeploymentFigure {
    parts = List.copyOf(parts);
    wires = List.copyOf(wires);
  }

  /** All blocks, those in groups too. */
  public Stream<Block> blocks() {
    return parts.stream().flatMap(DeploymentFigure::blocks);
  }

  /** The words of the figure, fit to be shown. */
  public FigureWords words() {
    Stream<Link> links =
        blocks().flatMap(block -> block.lines().stream()).flatMap(line -> line.link().stream());
    return FigureWords.of(title, description, links);
  }

  private static Stream<Block> blocks(Part part) {
    return part instanceof Group group
        ? group.parts().stream().flatMap(DeploymentFigure::blocks)
        : Stream.of((Block) part);
  }
}
