package io.github.chainbook.cli;

import io.github.chainbook.asciidoc.DumpDocument;
import io.github.chainbook.figure.Selection;
import io.github.chainbook.page.SinglePage;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.words.Messages;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code page}: one self-contained page about a dump. */
@Command(
    name = "page",
    description = {
      "Makes one HTML page of a dump, which needs no other file: its chains drawn, its rules"
          + " explained, what is wrong with it, and the dump itself."
    },
    mixinStandardHelpOptions = true)
final class PageCommand implements Callable<Integer> {

  private final Console console;
  private final RulesetReader reader;

  @Mixin private FamilyOption family;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.html",
      description = "where the page goes; by default to standard output")
  private String output;

  @Option(
      names = "--tables",
      split = ",",
      paramLabel = "GLOB",
      description = "tables to show, by globs parted with commas; by default all")
  private List<String> tables = List.of();

  @Option(
      names = "--chains",
      split = ",",
      paramLabel = "GLOB",
      description = "chains to show, by globs such as KUBE-SVC-*; by default all")
  private List<String> chains = List.of();

  @Option(
      names = "--lang",
      paramLabel = "L",
      description = "language of the page, such as zh-CN; English where it is not known")
  private String lang = "en";

  @Parameters(paramLabel = "FILE", description = "a dump; - is standard input")
  private String file;

  PageCommand(Console console, RulesetReader reader) {
    this.console = console;
    this.reader = reader;
  }

  @Override
  public Integer call() {
    PrintWriter err = console.writer(console.err());
    try {
      SourceText text = console.read(file);
      Reading reading = reader.read(text, family.get());
      reading.diagnostics().forEach(err::println);
      Selection selection =
          new Selection(tables, chains, Optional.empty(), Optional.empty(), OptionalInt.empty());
      if (!selection.equals(Selection.ALL) && namesNothing(selection, reading)) {
        err.println(
            Diagnostic.error(
                "nothing-selected",
                new Position(text.name(), 0, 0),
                "no chain of this dump is among those that --tables and --chains name"));
        return 1;
      }
      boolean written = write(text, reading, selection, err);
      return written && !reading.hasErrors() ? 0 : 1;
    } catch (Console.Unreadable e) {
      err.println(e.diagnostic());
      return 1;
    }
  }

  private static boolean namesNothing(Selection selection, Reading reading) {
    return reading.rulesets().stream()
        .flatMap(ruleset -> selection.tablesOf(ruleset).stream())
        .allMatch(table -> selection.chainsOf(table).isEmpty());
  }

  private boolean write(SourceText dump, Reading reading, Selection selection, PrintWriter err) {
    // No window.
    System.setProperty("java.awt.headless", "true");
    try {
      Messages words = Messages.of(lang);
      String title =
          file.equals("-") ? words.text("page.title") : words.text("page.title-of", "file", name());
      String text = DumpDocument.of(reading, selection, words);
      SinglePage page = SinglePage.of(title, text, words);
      Set<Integer> marked =
          reading.diagnostics().stream().map(d -> d.position().line()).collect(Collectors.toSet());
      try (Writer to = new BufferedWriter(new OutputStreamWriter(out(), StandardCharsets.UTF_8))) {
        page.write(to, dump, marked);
      }
      return true;
    } catch (IOException | InvalidPathException e) {
      String to = Optional.ofNullable(output).orElse("<stdout>");
      err.println(
          Diagnostic.error(
              "unwritable-file",
              new Position(to, 0, 0),
              "the page cannot be written: " + e.getMessage()));
      return false;
    }
  }

  private String name() {
    Path last = Path.of(file).getFileName();
    return last == null ? file : last.toString();
  }

  private OutputStream out() throws IOException {
    return output == null ? console.out() : Files.newOutputStream(Path.of(output));
  }
}
