package io.github.chainbook.suite;

import io.github.chainbook.kernel.IptablesLegacy;
import io.github.chainbook.kernel.RuleLines;
import io.github.chainbook.xtables.Family;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that other projects take apart or build, beside what we read from them. */
final class Peers {

  /** A set that one of the rules names; iptables asks the kernel for it. */
  private static final String SETS = "create setname1 hash:ip\n";

  private final Corpus corpus;

  Peers(Corpus corpus) {
    this.corpus = corpus;
  }

  /** Rules and the parameters that puppetlabs-firewall makes of them, or makes them of. */
  List<PeerResult> parameters() throws IOException {
    List<PeerResult> results = new ArrayList<>();
    for (Corpus.Entry file : corpus.files("suite-json")) {
      if (file.path().startsWith("puppetlabs-firewall/")) {
        for (PuppetRule rule : PuppetRule.of(file)) {
          Optional<String> difference = PuppetComparison.difference(rule);
          results.add(new PeerResult(rule.file(), rule.number(), rule.dump(), difference));
        }
      }
    }
    return results;
  }

  /** Rules as the tests of other projects have them, each a line. */
  List<PeerResult> lines() {
    List<PeerResult> results = new ArrayList<>();
    for (Corpus.Entry file : corpus.files("suite-lines")) {
      List<String> lines = file.source().lines();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          RuleDump dump = RuleDump.of(Optional.empty(), "filter", lines.get(i));
          Optional<String> difference = RuleString.difference(lines.get(i), dump);
          results.add(new PeerResult(file.path(), i + 1, dump, difference));
        }
      }
    }
    return results;
  }

  /** The same rules, with what iptables and this kernel say otherwise than we. */
  static List<PeerResult> besideTheKernel(List<PeerResult> rules, Path folder)
      throws IOException, InterruptedException {
    List<PeerResult> results = new ArrayList<>();
    for (Family family : Family.values()) {
      List<PeerResult> own = rules.stream().filter(r -> r.dump().family() == family).toList();
      List<byte[]> dumps =
          own.stream().map(r -> r.dump().text().getBytes(StandardCharsets.UTF_8)).toList();
      List<IptablesLegacy.Outcome> outcomes =
          IptablesLegacy.load(folder.resolve(family.word()), dumps, family, SETS);
      for (int i = 0; i < own.size(); i++) {
        PeerResult rule = own.get(i);
        Optional<String> difference = difference(rule.dump(), outcomes.get(i));
        results.add(new PeerResult(rule.file(), rule.number(), rule.dump(), difference));
      }
    }
    return results;
  }

  private static Optional<String> difference(RuleDump dump, IptablesLegacy.Outcome kernel) {
    String theirs = kernel.saved().map(RuleLines::saved).orElse("refused");
    String ours = dump.error().isPresent() ? "refused" : RuleLines.saved(dump.saved());
    return theirs.equals(ours)
        ? Optional.empty()
        : Optional.of("the kernel: " + theirs + " " + kernel.messages() + ", ours: " + ours);
  }
}
