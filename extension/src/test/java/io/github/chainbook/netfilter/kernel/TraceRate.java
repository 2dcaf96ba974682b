package io.github.chainbook.netfilter.kernel;

import io.github.chainbook.cli.Traces;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Times the kernel harness and the command {@code trace} with the same packets, one behind the
 * other, see CONTRIBUTING: {@code --sets FOLDER}, {@code --seconds N} for each side of each set,
 * {@code --jar FILE} for the command as a process of its own.
 *
 * <p>A set is {@code NAME.packets} with {@code NAME.rules}, and with {@code NAME.ipset} and {@code
 * NAME.env} where they are; rules of IPv6 are told by the packets. Both sides get them as cases in
 * JSON and answer in JSON, one thread each.
 */
public final class TraceRate {

  /** A case has so many packets at least, so that loading it weighs little on either side. */
  private static final int PACKETS = 1000;

  private static final int LINES = 10;
  private static final int COLD_LINES = 20;
  private static final double FASTER = 1.03;

  private final Path folder;
  private final long nanos;
  private final String jar;

  private TraceRate(Map<String, String> options) {
    folder = Path.of(options.get("--sets"));
    nanos = Long.parseLong(options.getOrDefault("--seconds", "10")) * 1_000_000_000L;
    jar = options.getOrDefault("--jar", "target/chainbook.jar");
  }

  /** Runs and prints. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    String obstacle =
        options.containsKey("--sets")
            ? KernelHarness.obstacle().orElse("")
            : "which sets? give a folder: --sets FOLDER";
    if (!obstacle.isEmpty()) {
      System.out.println(obstacle);
      System.exit(2);
    }
    new TraceRate(options).run();
  }

  private void run() throws IOException, InterruptedException {
    List<Path> sets;
    try (Stream<Path> files = Files.list(folder)) {
      sets = files.filter(file -> file.toString().endsWith(".packets")).sorted().toList();
    }
    System.out.println(
        "packets a second, legacy, one thread: the harness; trace in a JVM that has answered the"
            + " set until it got no faster; trace as a process of its own, its start included");
    for (Path file : sets) {
      set(file.getFileName().toString().replace(".packets", ""));
    }
  }

  private void set(String name) throws IOException, InterruptedException {
    List<Object> packets = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(name + ".packets"))) {
      if (line.startsWith("{")) {
        packets.add(Json.object(line));
      }
    }
    Case few = read(name, packets, 1);
    // What is sent hundreds of times each takes the harness long enough as it is.
    boolean sentOften = packets.stream().anyMatch(p -> Json.map(p).containsKey("repeat"));
    Case many = read(name, packets, Math.max(1, PACKETS / packets.size()));
    double harness = harness(sentOften ? few : many);
    double warm = warm(many);
    double cold = cold(many);
    System.out.printf(
        Locale.ROOT,
        "%-8s harness %6.0f   trace %7.0f, %6.1f times   as a process %6.0f, %6.1f times"
            + " (%d packets)%s%n",
        name,
        harness,
        warm,
        warm / harness,
        cold,
        cold / harness,
        COLD_LINES * many.packets,
        sentOften ? "   (the harness sends packets often to see what may become of them)" : "");
  }

  /** A line with a case, and how many packets it has. */
  private record Case(String line, int packets) {}

  private Case read(String name, List<Object> packets, int times) throws IOException {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", name);
    boolean six = String.valueOf(Json.map(packets.get(0)).get("dst")).contains(":");
    one.put(six ? "rules6" : "rules", Files.readString(folder.resolve(name + ".rules")));
    if (Files.exists(folder.resolve(name + ".ipset"))) {
      one.put("ipset", Files.readString(folder.resolve(name + ".ipset")));
    }
    if (Files.exists(folder.resolve(name + ".env"))) {
      one.put("env", Json.object(Files.readString(folder.resolve(name + ".env"))));
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.addAll(packets);
    }
    one.put("packets", all);
    return new Case(Json.text(one), all.size());
  }

  // The first time it makes network namespaces, which is not counted.
  private double harness(Case one) throws IOException {
    try (KernelHarness harness = KernelHarness.start("legacy")) {
      Object problem = harness.ask(one.line).get(0).get("error");
      if (problem != null) {
        throw new IOException("the harness does not load it: " + problem);
      }
      long start = System.nanoTime();
      long answers = 0;
      while (System.nanoTime() - start < nanos) {
        answers += harness.ask(one.line).size() - 1;
      }
      return answers * 1e9 / (System.nanoTime() - start);
    }
  }

  // A JVM gets faster for a while: it is warm when it gets no faster.
  private double warm(Case one) throws IOException {
    byte[] input = (one.line + "\n").repeat(LINES).getBytes(StandardCharsets.UTF_8);
    double before = 0;
    double now = rate(input, LINES * one.packets);
    while (now > before * FASTER) {
      before = now;
      now = rate(input, LINES * one.packets);
    }
    return now;
  }

  private double rate(byte[] input, int packets) throws IOException {
    long start = System.nanoTime();
    long answers = 0;
    while (System.nanoTime() - start < nanos) {
      int status =
          Traces.run(
              new ByteArrayInputStream(input), OutputStream.nullOutputStream(), "--cases", "-");
      if (status != 0) {
        throw new IOException("a case does not load");
      }
      answers += packets;
    }
    return answers * 1e9 / (System.nanoTime() - start);
  }

  private double cold(Case one) throws IOException, InterruptedException {
    File file = File.createTempFile("chainbook", ".cases");
    try {
      Files.writeString(file.toPath(), (one.line + "\n").repeat(COLD_LINES));
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder("java", "-jar", jar, "trace", "--cases", file.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(jar + " does not answer");
      }
      return one.packets * COLD_LINES * 1e9 / (System.nanoTime() - start);
    } finally {
      Files.delete(file.toPath());
    }
  }
}
