package io.github.chainbook.bench;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.engine.Tracer;
import io.github.chainbook.netfilter.language.PacketLine;
import io.github.chainbook.netfilter.language.PacketReader;
import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How many packets a second are traced through the sidecar of the book, with their whole way. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TracerBenchmark {

  private static final int PACKETS = 8;

  private static final String LINES =
      """
      in eth0: tcp 10.244.1.7:40112 > 10.244.2.5:8080
      in eth0: tcp 10.244.1.7:40112 > 10.244.2.5:15021
      in eth0: tcp 10.244.1.7:40112 > 10.244.2.5:8080 state ESTABLISHED
      out eth0: tcp 10.244.2.5:50000 > 10.96.14.7:8080 uid 1000 gid 1000
      out eth0: tcp 10.244.2.5:50001 > 10.244.3.9:8080 uid 1337 gid 1337
      out lo: tcp 10.244.2.5:50002 > 10.244.2.5:8080 uid 1337 gid 1337
      out lo: tcp 127.0.0.6:50002 > 10.244.2.5:8080 uid 1337 gid 1337
      out lo: tcp 10.244.2.5:50003 > 127.0.0.1:8080 uid 1000 gid 1000
      """;

  private Tracer tracer;
  private List<Packet> packets;

  /** Reads the dump and the packets. */
  @Setup
  public void read() throws IOException {
    Path dump = Path.of("../content/dumps/fortio-server/iptables-save.txt");
    Path here = Files.exists(dump) ? dump : dump.subpath(1, dump.getNameCount());
    var rules =
        new RulesetReader()
            .read(SourceText.of("dump", Files.readAllBytes(here)), Optional.empty())
            .rulesets();
    Environment environment =
        new Environment(
            Environment.Mode.PATH,
            false,
            Map.of("eth0", List.of(InterfaceAddress.parse("10.244.2.5/24").orElseThrow())),
            List.of(),
            List.of(),
            Optional.empty(),
            Map.of());
    tracer = new Tracer(rules, new Machine(environment, Map.of(), false), Backend.LEGACY);
    packets =
        PacketReader.read(SourceText.of("packets", LINES)).packets().stream()
            .map(PacketLine::packet)
            .toList();
    boolean decided = packets.stream().map(tracer::trace).allMatch(Trace::isDecided);
    if (packets.size() != PACKETS || !decided) {
      throw new IllegalStateException("a packet is missing or undecided");
    }
  }

  /** Traces each packet once. */
  @Benchmark
  @OperationsPerInvocation(PACKETS)
  public void trace(Blackhole sink) {
    for (Packet packet : packets) {
      sink.consume(tracer.trace(packet));
    }
  }
}
