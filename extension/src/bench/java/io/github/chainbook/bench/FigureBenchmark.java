package io.github.chainbook.bench;

import io.github.chainbook.figure.ChainDiagram;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.layout.WideLayout;
import io.github.chainbook.figure.plantuml.PlantUmlRenderer;
import io.github.chainbook.figure.svg.ChainSvg;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.words.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a chain diagram takes, warm and in process, drawn by ourselves and by PlantUML. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class FigureBenchmark {

  /** Six rules in each chain, of which two jump: to a chain's own helper, and to one of all. */
  private static final int RULES = 6;

  /** Chains in the figure. */
  @Param({"10", "50", "200"})
  public int chains;

  private Figure figure;

  /** Makes the figure: a hook, chains that it jumps to, and as many that those jump to. */
  @Setup
  public void makeFigure() {
    int services = (chains - 2) / 2;
    StringBuilder names = new StringBuilder("*filter\n:INPUT ACCEPT [0:0]\n:log - [0:0]\n");
    StringBuilder rules = new StringBuilder("-A log -j LOG\n");
    for (int i = 0; i < services; i++) {
      names.append(":service-" + i + " - [0:0]\n:helper-" + i + " - [0:0]\n");
      rules.append("-A INPUT -p tcp -m tcp --dport " + (1000 + i) + " -j service-" + i + "\n");
      for (int rule = 0; rule < RULES - 2; rule++) {
        rules.append("-A service-" + i + " -s 10.0." + i + "." + rule + " -j ACCEPT\n");
        rules.append("-A helper-" + i + " -d 10.0." + i + "." + rule + " -j DROP\n");
      }
      rules.append("-A service-" + i + " -j helper-" + i + "\n");
      rules.append("-A service-" + i + " -j log\n");
    }
    String dump = names.append(rules).append("COMMIT\n").toString();
    Table table =
        new RulesetReader()
            .read(SourceText.of("dump", dump), Optional.empty())
            .ruleset()
            .tables()
            .get(0);
    figure = ChainDiagram.of(new Ids("b"), table, table.chains(), "Chains", Messages.english());
  }

  /** Laid out and written by ourselves. */
  @Benchmark
  public String ours() {
    return ChainSvg.of(WideLayout.of(figure), "b", "cb-wide", FigureWords.of(figure));
  }

  /** The same figure by PlantUML with Smetana. */
  @Benchmark
  public String plantUml() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SourceStringReader(String.join("\n", PlantUmlRenderer.render(figure)))
        .outputImage(out, new FileFormatOption(FileFormat.SVG));
    return out.toString(StandardCharsets.UTF_8);
  }
}
