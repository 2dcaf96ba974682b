package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.deployment.Block;
import io.github.chainbook.figure.deployment.Group;
import io.github.chainbook.figure.deployment.Wire;
import io.github.chainbook.figure.layout.BlockShape;
import io.github.chainbook.figure.layout.DeploymentLayout;
import io.github.chainbook.figure.layout.DeploymentLayout.Frame;
import io.github.chainbook.figure.layout.DeploymentLayout.Placed;
import io.github.chainbook.figure.layout.DeploymentLayout.Way;
import io.github.chainbook.figure.layout.Words;
import io.github.chainbook.figure.plantuml.Palette;
import io.github.chainbook.text.VisibleText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the figure of a deployment as SVG. As in {@link ChainSvg} classes let a theme decide how
 * it looks, and attributes say the same of the light theme.
 */
public final class DeploymentSvg {

  private final Sheet sheet;
  private final SvgText out;
  private final DeploymentLayout layout;
  private final Map<Integer, Block> blocks = new HashMap<>();

  private DeploymentSvg(DeploymentLayout layout, boolean print) {
    this.sheet = new Sheet(print);
    this.out = sheet.out;
    this.layout = layout;
    layout.blocks().forEach(b -> blocks.put(b.shape().block().number(), b.shape().block()));
  }

  /**
   * The picture for a page.
   *
   * @param layout the figure with its places
   * @param id what its own ids begin with
   * @param shape a class that says which of several layouts it is
   * @param words its title and description
   */
  public static String of(DeploymentLayout layout, String id, String shape, FigureWords words) {
    return new DeploymentSvg(layout, false).write(id, shape, words);
  }

  /** The picture for asciidoctor-pdf, see {@link PrintSvg}. */
  public static String forPrint(DeploymentLayout layout, String id, FigureWords words) {
    return new DeploymentSvg(layout, true).write(id, "cb-wide", words);
  }

  private String write(String id, String shape, FigureWords words) {
    sheet.begin("cb-deployment " + shape, id, layout.width(), layout.height(), words);
    layout.frames().forEach(this::frame);
    // Below the flows.
    layout.ways().stream().filter(DeploymentSvg::isCable).forEach(this::cable);
    layout.ways().stream().filter(way -> !isCable(way)).forEach(this::way);
    layout.blocks().forEach(this::block);
    return sheet.end();
  }

  private void frame(Frame frame) {
    boolean node = frame.group().kind() == Group.Kind.NODE;
    out.raw("<rect class=\"").raw(node ? "cb-node" : "cb-place").raw("\"");
    out.attribute(node ? "data-node" : "data-namespace", VisibleText.of(frame.group().name()));
    out.attribute("x", frame.x() + 0.5).attribute("y", frame.y() + 0.5);
    out.attribute("width", frame.width() - 1).attribute("height", frame.height() - 1);
    out.raw(node ? " rx=\"16\"" : " rx=\"12\"");
    out.attribute("fill", node ? Palette.NODE : Palette.PLACE);
    out.attribute("stroke", node ? Palette.NODE_LINE : Palette.PLACE_LINE);
    out.raw(node ? " stroke-dasharray=\"6 4\"" : "").raw("/>\n");
  }

  // What it says stands in its hop's label, so it is for the mouse alone.
  private void way(Way way) {
    Wire wire = way.wire();
    FlowLook look = FlowLook.of(wire.flow());
    out.raw("<g class=\"cb-way ").raw(look.style()).raw("\"");
    out.attribute("data-flow", String.valueOf(wire.flow()));
    out.attribute("data-from", "b" + wire.from()).attribute("data-to", "b" + wire.to());
    wire.link().ifPresent(link -> out.attribute("data-link", link.id()));
    out.raw(" aria-hidden=\"true\">");
    wire.link().ifPresent(link -> sheet.open(link, " tabindex=\"-1\""));
    Block to = blocks.get(wire.to());
    FlowLine line = new FlowLine(out, look, way.points());
    if (to.kind() == Block.Kind.END) {
      line.crossed();
    } else if (wire.head()) {
      line.headed();
    } else {
      line.plain();
    }
    out.raw(wire.link().isPresent() ? "</a></g>\n" : "</g>\n");
  }

  private static boolean isCable(Way way) {
    return way.wire().kind() == Wire.Kind.CABLE;
  }

  private void cable(Way way) {
    out.raw("<g class=\"cb-cable\"").attribute("data-from", "b" + way.wire().from());
    out.attribute("data-to", "b" + way.wire().to());
    out.raw(" aria-hidden=\"true\">");
    way.wire().link().ifPresent(link -> sheet.open(link, ""));
    CableLine line = new CableLine(out, way.points());
    line.draw();
    line.grip();
    way.wire().link().ifPresent(sheet::close);
    out.raw("</g>\n");
  }

  private void block(Placed placed) {
    Block block = placed.shape().block();
    BlockLook look = BlockLook.of(block);
    out.raw("<g class=\"cb-block ").raw(look.style()).raw("\"");
    out.attribute("data-block", "b" + block.number());
    if (block.flow() > 0) {
      out.attribute("data-flow", String.valueOf(block.flow()));
    }
    out.raw(">");
    Optional<Link> whole =
        block.kind() == Block.Kind.HOP
            ? block.lines().stream().flatMap(line -> line.link().stream()).findFirst()
            : Optional.empty();
    whole.ifPresent(link -> sheet.open(link, ""));
    look.outline(out, placed);
    for (BlockShape.Row row : placed.shape().rows()) {
      row(placed, look, row, whole.isPresent());
    }
    out.raw(whole.isPresent() ? "</a></g>\n" : "</g>\n");
  }

  private void row(Placed placed, BlockLook look, BlockShape.Row row, boolean linked) {
    Optional<Link> link = linked ? Optional.empty() : row.link();
    out.raw("<g class=\"cb-row\"");
    row.link().ifPresent(l -> out.attribute("data-rule", l.id()));
    out.raw(">");
    link.ifPresent(
        l -> {
          sheet.open(l, "");
          out.raw("<rect class=\"cb-hit\"").attribute("x", placed.x() + 1);
          out.attribute("y", placed.y() + row.top());
          out.attribute("width", placed.shape().width() - 2).attribute("height", row.height());
          out.raw(" fill=\"none\" pointer-events=\"all\"/>");
        });
    for (Words words : row.words()) {
      String bold =
          switch (words.role()) {
            case NAME, NUMBER, ACTION -> " font-weight=\"bold\"";
            default -> "";
          };
      sheet.words(words, placed.x(), placed.y(), BlockLook.style(words), look.color(words), bold);
    }
    out.raw(link.isPresent() ? "</a></g>" : "</g>");
  }
}
