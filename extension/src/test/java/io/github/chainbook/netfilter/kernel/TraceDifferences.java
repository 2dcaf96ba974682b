package io.github.chainbook.netfilter.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks the kernel and traces about random cases for as long as one likes, see CONTRIBUTING: {@code
 * --seconds N} or {@code --cases N}, {@code --seed S}, {@code --jobs J}, {@code --generator NAME},
 * {@code --golden FOLDER} for what disagrees, made small; {@code --from FILE} for cases of another
 * make, a line each, once.
 */
public final class TraceDifferences {

  private static final int BATCH = 20;
  private static final int PACKETS = 20;

  private final Map<String, String> options = new HashMap<>();
  private final Tally all = new Tally();
  private final long end;
  private final int batches;
  private int next;

  private final List<String> given;

  private TraceDifferences(String... args) throws IOException {
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    end = System.nanoTime() + number("--seconds", 3600) * 1_000_000_000L;
    int limit = options.containsKey("--seconds") ? Integer.MAX_VALUE : 400;
    String file = options.get("--from");
    given = file == null ? List.of() : Files.readAllLines(Path.of(file));
    batches =
        file == null ? (int) number("--cases", limit) / BATCH : (given.size() + BATCH - 1) / BATCH;
  }

  /** Runs, prints, and ends with 1 where something disagrees. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    String obstacle = KernelHarness.obstacle().orElse("");
    if (!obstacle.isEmpty()) {
      System.out.println(obstacle);
      return;
    }
    TraceDifferences differences = new TraceDifferences(args);
    differences.run();
    if (!differences.all.disagreements.isEmpty()) {
      System.exit(1);
    }
  }

  private long number(String option, long otherwise) {
    return Long.parseLong(options.getOrDefault(option, String.valueOf(otherwise)));
  }

  private void run() throws InterruptedException, ExecutionException, IOException {
    int jobs = (int) number("--jobs", 1);
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    List<Future<Void>> running = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      running.add(threads.submit((Callable<Void>) this::work));
    }
    for (Future<Void> each : running) {
      each.get();
    }
    threads.shutdown();
    System.out.println("all: " + all);
    System.out.println("undecided: " + all.undecided);
    System.out.println("refused by the kernel's tools: " + all.refused.values());
  }

  private Void work() throws IOException {
    try (KernelHarness harness = KernelHarness.start()) {
      Differential differential = new Differential(harness);
      for (int batch = take(); batch >= 0; batch = take()) {
        Tally tally = given.isEmpty() ? random(batch, differential) : given(batch, differential);
        all.add(tally);
        report(tally, harness);
      }
    }
    return null;
  }

  private Tally random(int batch, Differential differential) throws IOException {
    CaseGenerator generator = generator(batch);
    long seed = number("--seed", 1) + batch;
    Tally tally = differential.compare(generator.word(), generator.cases(BATCH, PACKETS, seed));
    System.out.printf("%s, seed %d: %s%n", generator.word(), seed, tally);
    return tally;
  }

  private Tally given(int batch, Differential differential) throws IOException {
    int from = batch * BATCH;
    int to = Math.min(from + BATCH, given.size());
    Tally tally = differential.compare("given", given.subList(from, to));
    System.out.printf("cases %d to %d: %s%n", from + 1, to, tally);
    return tally;
  }

  private synchronized int take() {
    return next < batches && System.nanoTime() < end ? next++ : -1;
  }

  private CaseGenerator generator(int batch) {
    String name = options.get("--generator");
    return name == null
        ? CaseGenerator.values()[batch % CaseGenerator.values().length]
        : CaseGenerator.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private void report(Tally tally, KernelHarness harness) throws IOException {
    for (Tally.Disagreement each : tally.disagreements) {
      System.out.printf(
          "  case %s, packet %d, %s: %s%n",
          Json.object(each.caseLine()).get("id"), each.packet(), each.backend(), each.what());
    }
    if (options.containsKey("--golden") && !tally.disagreements.isEmpty()) {
      Path file = Disagreements.keep(tally.disagreements.get(0), harness, options.get("--golden"));
      System.out.println("  the first of them, made small: " + file);
    }
  }
}
