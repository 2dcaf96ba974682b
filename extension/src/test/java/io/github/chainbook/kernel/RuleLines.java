package io.github.chainbook.kernel;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.SaveText;
import io.github.chainbook.text.Bytes;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules to try one by one, a line each: {@code TABLE CHAIN | RULE}, or the rule alone for INPUT of
 * filter; {@code \\n} begins another rule that it needs. The file's name says the family.
 *
 * @param family the family
 * @param table the table
 * @param chain the chain
 * @param rule the rule, without {@code -A CHAIN}
 * @param line the line of the file
 */
public record RuleLines(Family family, String table, String chain, String rule, String line) {

  private static final RulesetReader READER = new RulesetReader();

  /** The rules of a file that is called {@code NAME-ipv4.rules} or {@code NAME-ipv6.rules}. */
  public static List<RuleLines> of(String name, byte[] file) {
    Family family = name.endsWith("-ipv6") ? Family.IPV6 : Family.IPV4;
    return Bytes.decode(file)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> of(family, line))
        .toList();
  }

  private static RuleLines of(Family family, String line) {
    int bar = line.indexOf(" | ");
    String[] place = bar < 0 ? new String[0] : line.substring(0, bar).split(" ");
    return place.length == 2
        ? new RuleLines(family, place[0], place[1], line.substring(bar + 3), line)
        : new RuleLines(family, "filter", "INPUT", line, line);
  }

  RuleLines withRule(String other) {
    return new RuleLines(family, table, chain, other, line);
  }

  /** A dump with this rule alone. */
  public String dump() {
    String declared =
        chain.matches("[A-Z]+ING|INPUT|OUTPUT|FORWARD") ? "" : ":" + chain + " - [0:0]\n";
    String rules = rule.replace("\\n", "\n-A " + chain + " ");
    return "*" + table + "\n" + declared + "-A " + chain + " " + rules + "\nCOMMIT\n";
  }

  /** How it is saved, or the code of the error for which it is refused. */
  public String result() {
    Reading reading = READER.read(SourceText.of("t", dump()), Optional.of(family));
    Optional<Diagnostic> error =
        reading.diagnostics().stream().filter(Diagnostic::isError).findFirst();
    return error
        .map(e -> "refused: " + e.code())
        .orElseGet(() -> saved(SaveText.of(reading.ruleset(), false)));
  }

  /** The rules of a saved dump, in one line. */
  public static String saved(String dump) {
    return dump.lines()
        .filter(line -> line.contains("-A "))
        .map(line -> line.substring(line.indexOf("-A ")))
        .collect(Collectors.joining(" ; "));
  }

  /** Writes the results of all rules of a folder beside them, for somebody to look at. */
  public static void main(String[] args) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".rules")).toList()) {
        String name = file.getFileName().toString().replace(".rules", "");
        String results =
            of(name, Files.readAllBytes(file)).stream()
                .map(RuleLines::result)
                .collect(Collectors.joining("\n", "", "\n"));
        Files.write(file.resolveSibling(name + ".saved"), Bytes.encode(results));
      }
    }
  }
}
