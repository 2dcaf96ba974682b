package io.github.chainbook.suite;

import io.github.chainbook.kernel.IptablesLegacy;
import io.github.chainbook.ruleset.KubeProxyDump;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Prints how well the reader does, see CONTRIBUTING. Needs the corpus, root and iptables 1.8.9. */
public final class Figures {

  private static final Pattern RULE = Pattern.compile("\\s*(\\[\\d+:\\d+\\] ?)?-A \\S.*");

  private Figures() {}

  /** Prints all figures; {@code --speed} alone those of speed: {@code --speed JAR}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Optional<Corpus> corpus = Corpus.find();
    if (corpus.isPresent()) {
      testLists(corpus.get());
      rulesLost(corpus.get());
      Explained.of(corpus.get()).print();
      Translated.of(corpus.get()).print();
      if (IptablesLegacy.obstacle().isEmpty()) {
        kernel(corpus.get());
      }
    } else {
      System.out.println("no corpus: set -Dchainbook.corpus=DIR");
    }
    extensions();
    if (args.length > 0) {
      speed(Path.of(args[0]));
    }
  }

  private static void testLists(Corpus corpus) {
    System.out.println("netfilter's test lists");
    for (Family family : Family.values()) {
      int[] counts = new int[4];
      for (Corpus.Entry list : corpus.files("suite-t")) {
        for (TestList.Line line : TestList.lines(list)) {
          if (line.family() == family) {
            TestList.Result result = TestList.run(line);
            int kind = line.ok() ? 0 : 2;
            counts[kind]++;
            counts[kind + 1] += result.problem().isEmpty() ? 1 : 0;
            result
                .problem()
                .ifPresent(
                    p ->
                        System.out.printf(
                            "  %s:%d %s: %s%n", line.list(), line.number(), line.rule(), p));
          }
        }
      }
      System.out.printf(
          "  %s: OK lines %d of %d, FAIL lines %d of %d%n",
          family.word(), counts[1], counts[0], counts[3], counts[2]);
    }
  }

  private static void rulesLost(Corpus corpus) {
    RulesetReader reader = new RulesetReader();
    int files = 0;
    long rules = 0;
    List<String> lost = new ArrayList<>();
    for (Corpus.Entry file :
        corpus.files("dump", "restore-file", "embedded", "suite-dump", "S-list")) {
      SourceText source = file.source();
      long written = source.lines().stream().filter(l -> RULE.matcher(l).matches()).count();
      Reading reading = reader.read(source, Optional.empty());
      files++;
      rules += written;
      long kept =
          reading.rulesets().stream()
                  .flatMap(r -> r.tables().stream())
                  .flatMap(t -> t.chains().stream())
                  .flatMap(c -> c.rules().stream())
                  .map(r -> r.position().line())
                  .distinct()
                  .count()
              + reading.setAside().stream().filter(s -> RULE.matcher(s.text()).matches()).count();
      boolean again = reading.diagnostics().stream().anyMatch(d -> d.code().equals("table-again"));
      if (kept < written && !again) {
        lost.add(file.path() + ": " + (written - kept));
      }
    }
    System.out.printf("dumps of the corpus: %d files, %d rules, lost: %s%n", files, rules, lost);
  }

  private static void kernel(Corpus corpus) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("chainbook");
    for (Family family : Family.values()) {
      List<KernelVerdict> verdicts = KernelVerdict.of(corpus, family, folder);
      long accepted = verdicts.stream().filter(v -> v.kernel().saved().isPresent()).count();
      List<String> differ =
          verdicts.stream()
              .flatMap(v -> v.difference().map(d -> v.path() + ": " + d).stream())
              .toList();
      System.out.printf(
          "%s dumps against this kernel: %d, it accepts %d, we save %d of these the same %s%n",
          family.word(), verdicts.size(), accepted, accepted - differ.size(), differ);
    }
  }

  private static void extensions() {
    for (Family family : Family.values()) {
      Catalogue catalogue = Catalogue.of(family);
      int options = catalogue.extensions().stream().mapToInt(e -> e.options().size()).sum();
      System.out.printf(
          "catalogue for %s: %d matches, %d targets, %d options%n",
          family.word(), catalogue.matchNames().size(), catalogue.targetNames().size(), options);
    }
  }

  private static void speed(Path jar) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("chainbook");
    Path dump = folder.resolve("dump");
    Files.writeString(dump, KubeProxyDump.ofRules(96_000));
    System.out.printf(Locale.ROOT, "a node of 96,000 rules, %.1f MB:%n", Files.size(dump) / 1e6);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> check =
        List.of(java, "-Xmx512m", "-jar", jar.toString(), "check", dump.toString());
    List<String> peer =
        List.of("unshare", "-n", "iptables-legacy-restore", "--test", dump.toString());
    sideBySide(check, peer);
    for (int rules : new int[] {125_000, 250_000, 500_000, 1_000_000}) {
      byte[] bytes = KubeProxyDump.ofRules(rules).getBytes(StandardCharsets.UTF_8);
      RulesetReader reader = new RulesetReader();
      double seconds = seconds(() -> reader.read(SourceText.of("dump", bytes), Optional.empty()));
      System.out.printf(Locale.ROOT, "  in process, %d rules: %.2f s%n", rules, seconds);
    }
  }

  private static void sideBySide(List<String> ours, List<String> peer)
      throws IOException, InterruptedException {
    List<Double> own = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      own.add(run(ours));
      other.add(run(peer));
    }
    own.sort(null);
    other.sort(null);
    System.out.printf(
        Locale.ROOT,
        "  whole process, median of 7 (least): check %.2f s (%.2f), iptables-legacy-restore --test %.2f s (%.2f)%n",
        own.get(3),
        own.get(0),
        other.get(3),
        other.get(0));
  }

  private static double run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("failed: " + command);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double seconds(Supplier<?> work) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      work.get();
      least = Math.min(least, (System.nanoTime() - start) / 1e9);
    }
    return least;
  }
}
