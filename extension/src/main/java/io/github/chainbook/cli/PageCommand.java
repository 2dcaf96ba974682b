package io.github.chainbook.cli;

import io.github.chainbook.asciidoc.DumpConversion;
import io.github.chainbook.page.SinglePage;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
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
import java.util.Optional;
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
      boolean written = write(text, reading, err);
      return written && !reading.hasErrors() ? 0 : 1;
    } catch (Console.Unreadable e) {
      err.println(e.diagnostic());
      return 1;
    }
  }

  private boolean write(SourceText text, Reading reading, PrintWriter err) {
    // No window, and nothing that a drawing could read or fetch.
    System.setProperty("java.awt.headless", "true");
    System.setProperty("PLANTUML_SECURITY_PROFILE", "SANDBOX");
    // Of what Ruby does for one page, compiling takes longer than it saves.
    System.setProperty("jruby.compile.mode", "OFF");
    try {
      DumpConversion.Converted converted = DumpConversion.convert(text, reading);
      converted.failures().forEach(err::println);
      String title = file.equals("-") ? "iptables rules" : "iptables rules: " + name();
      SinglePage page = SinglePage.of(title, converted.html());
      Set<Integer> marked =
          reading.diagnostics().stream().map(d -> d.position().line()).collect(Collectors.toSet());
      try (Writer to = new BufferedWriter(new OutputStreamWriter(out(), StandardCharsets.UTF_8))) {
        page.write(to, text, marked);
      }
      return converted.failures().isEmpty();
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
