package io.github.chainbook.bench;

import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.deployment.DeploymentDiagram;
import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.layout.DeploymentLayout;
import io.github.chainbook.figure.plantuml.DeploymentRenderer;
import io.github.chainbook.figure.svg.DeploymentSvg;
import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalker;
import io.github.chainbook.topology.reading.TopologyReader;
import io.github.chainbook.words.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the book's deployment takes, warm and in process, drawn by ourselves and by PlantUML.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class DeploymentBenchmark {

  private static final Path CONTENT = Path.of("../content");

  private DeploymentFigure figure;

  /** Makes the figure of the book's lab. */
  @Setup
  public void makeFigure() throws IOException {
    String dump = Files.readString(CONTENT.resolve("dumps/fortio-server/iptables-save.txt"));
    Rules rules =
        new Rules(
            Optional.of("sidecar"),
            new RulesetReader().read(SourceText.of("dump", dump), Optional.empty()).rulesets());
    Path file = CONTENT.resolve("topologies/data-plane.yaml");
    TopologyReader reader =
        new TopologyReader(
            id -> Optional.of(rules),
            Set.of("sidecar"),
            path -> {
              throw new IllegalStateException("the book's topology names no file");
            });
    Topology topology =
        reader.read(SourceText.of(file.toString(), Files.readString(file))).topology();
    figure =
        DeploymentDiagram.of(
            new TopologyIds("data-plane"),
            topology,
            new FlowWalker(topology, Backend.LEGACY).walkAll(),
            id -> true,
            Messages.english());
  }

  /** Both layouts of a page, laid out and written by ourselves. */
  @Benchmark
  public String ours() {
    return DeploymentSvg.of(DeploymentLayout.wide(figure), "b", "cb-wide", figure.words())
        + DeploymentSvg.of(DeploymentLayout.narrow(figure), "c", "cb-narrow", figure.words());
  }

  /** The same figure, in its one layout, by PlantUML with Smetana. */
  @Benchmark
  public String plantUml() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SourceStringReader(String.join("\n", DeploymentRenderer.render(figure)))
        .outputImage(out, new FileFormatOption(FileFormat.SVG));
    return out.toString(StandardCharsets.UTF_8);
  }
}
