package io.github.chainbook.suite;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.SaveText;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of netfilter's own test lists ({@code extensions/*.t} of iptables): a rule, the form in which
 * it must be saved, and whether it must be refused.
 */
public final class TestList {

  /**
   * A line of a list in one family.
   *
   * @param chains the chains in which it stands
   * @param saved how it is saved
   * @param ok whether it is accepted
   */
  public record Line(
      String list,
      int number,
      Family family,
      String table,
      List<String> chains,
      String rule,
      String saved,
      boolean ok) {}

  /**
   * What came of a line.
   *
   * @param problem what is not as the list says; empty where all is
   */
  public record Result(Line line, Optional<String> problem) {}

  private static final RulesetReader READER = new RulesetReader();

  private TestList() {}

  /** The lines of a list, for each family that it is for. */
  public static List<Line> lines(Corpus.Entry list) {
    List<Line> lines = new ArrayList<>();
    for (Family family : families(list.path())) {
      String table = "filter";
      List<String> chains = List.of();
      int number = 0;
      for (String text : list.source().lines()) {
        number++;
        if (text.startsWith("*")) {
          table = text.substring(1).strip();
        } else if (text.startsWith(":")) {
          chains = List.of(text.substring(1).strip().split(","));
        } else if (!text.isBlank() && "#@%".indexOf(text.charAt(0)) < 0) {
          String[] fields = text.split(";", -1);
          String saved = fields[1].equals("=") ? fields[0] : fields[1];
          boolean ok = fields[2].strip().equals("OK");
          lines.add(new Line(list.path(), number, family, table, chains, fields[0], saved, ok));
        }
      }
    }
    return lines;
  }

  private static List<Family> families(String path) {
    if (path.contains("libarpt") || path.contains("libebt")) {
      return List.of();
    }
    if (path.contains("libip6t")) {
      return List.of(Family.IPV6);
    }
    return path.contains("libipt") ? List.of(Family.IPV4) : List.of(Family.values());
  }

  /** Reads the line in each of its chains. */
  public static Result run(Line line) {
    for (String chain : line.chains()) {
      Optional<String> problem = problem(line, chain);
      // A rule that must be refused may be so in one of its chains only.
      if (line.ok() && problem.isPresent()) {
        return new Result(line, problem);
      }
      if (!line.ok() && problem.isEmpty()) {
        return new Result(line, Optional.empty());
      }
    }
    return new Result(
        line, line.ok() ? Optional.empty() : Optional.of("accepted, and should be refused"));
  }

  private static Optional<String> problem(Line line, String chain) {
    String rule = ("-A " + chain + " " + line.rule()).stripTrailing();
    String dump = "*" + line.table() + "\n" + rule + "\nCOMMIT\n";
    Reading reading = READER.read(SourceText.of("t", dump), Optional.of(line.family()));
    if (!line.ok()) {
      return reading.hasErrors() ? Optional.empty() : Optional.of("accepted");
    }
    if (reading.hasErrors()) {
      return reading.diagnostics().stream()
          .filter(Diagnostic::isError)
          .findFirst()
          .map(d -> chain + ": refused: " + d);
    }
    String wanted = ("-A " + chain + " " + line.saved()).stripTrailing();
    List<String> saved =
        SaveText.of(reading.ruleset(), false).lines().filter(l -> l.startsWith("-A")).toList();
    return saved.contains(wanted) ? Optional.empty() : Optional.of("saved as " + saved);
  }
}
