package io.github.chainbook.bench;

import io.github.chainbook.ruleset.KubeProxyDump;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

/** How long the reader takes, warm and in process, for the nat table of a large Kubernetes node. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReaderBenchmark {

  /** Rules in the dump. */
  @Param({"10000", "96000"})
  public int rules;

  private final RulesetReader reader = new RulesetReader();
  private byte[] dump;

  /** Makes the dump. */
  @Setup
  public void makeDump() {
    dump = KubeProxyDump.ofRules(rules).getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes to a checked ruleset. */
  @Benchmark
  public Reading read() {
    Reading reading = reader.read(SourceText.of("dump", dump), Optional.empty());
    if (reading.hasErrors()) {
      throw new IllegalStateException(reading.diagnostics().get(0).toString());
    }
    return reading;
  }
}
