package io.github.chainbook.asciidoc;

import io.github.chainbook.explain.profile.Annotations;
import io.github.chainbook.explain.profile.Profile;
import io.github.chainbook.explain.profile.Profiles;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Selection;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes HTML of one dump, as it would stand in a chapter of a book. What it generates is the same
 * AsciiDoc, but Asciidoctor, which takes seconds to start, is not needed to convert it.
 */
public final class DumpDocument {

  /** Of a dump with more rules than these a part is shown: nobody reads all that is alike. */
  private static final int MOST_IN_FULL = 2000;

  /** How many bytes of HTML the rest may be, so that a page stays below 1.5 MB. */
  private static final long MOST_BYTES = 1_000_000;

  private static final int MOST_PROBLEMS = 200;

  private static final String EXPLAIN = "``java -jar chainbook.jar explain FILE``";

  private static final String SOME =
      "``java -jar chainbook.jar page &#45;&#45;tables nat &#45;&#45;chains"
          + " &#39;WEB&#45;&#42;&#39; FILE``";

  private final Reading reading;
  private final Selection selection;
  private final boolean limited;
  private final Profiles builtIn = Profiles.builtIn();
  private final Map<Family, List<Profile>> profiles = new EnumMap<>(Family.class);
  private final Messages words;
  private final Wording wording;
  private final Book book;
  private final StringBuilder html = new StringBuilder();
  private int figures;
  private long room = MOST_BYTES;

  private DumpDocument(Reading reading, Selection selection, Messages words) {
    this.words = words;
    this.book = new Book(() -> words);
    this.wording = new Wording(words);
    this.reading = reading;
    this.selection = selection;
    this.limited =
        reading.rulesets().stream()
                .flatMap(ruleset -> selection.tablesOf(ruleset).stream())
                .flatMap(table -> selection.chainsOf(table).stream())
                .mapToLong(chain -> chain.rules().size())
                .sum()
            > MOST_IN_FULL;
  }

  /**
   * What belongs below the page's title. An empty element of class {@code chainbook-raw-here} is
   * where the dump itself belongs.
   *
   * @param reading what came of reading the dump
   * @param selection the part of it that is shown
   * @param words the language
   */
  public static String of(Reading reading, Selection selection, Messages words) {
    DumpDocument document = new DumpDocument(reading, selection, words);
    document.head();
    document.shown();
    document.problems();
    reading.rulesets().forEach(document::tables);
    document.begin("the_dump", words.text("page.dump"));
    document.html.append("<div class=\"chainbook-raw-here\"></div>\n");
    document.end();
    return document.book.finished(document.html.toString());
  }

  private void head() {
    for (Ruleset ruleset : reading.rulesets()) {
      long chains = ruleset.tables().stream().mapToLong(table -> table.chains().size()).sum();
      List<String> lines = new ArrayList<>();
      List<String> sentences = new ArrayList<>();
      sentences.add(
          wording.inline(
              "page.head",
              "family",
              family(ruleset),
              "tables",
              wording.counted(ruleset.tables().size(), "table"),
              "chains",
              wording.counted(chains, "chain"),
              "rules",
              wording.counted(ruleset.ruleCount(), "rule")));
      writtenBy(ruleset).ifPresent(sentences::add);
      lines.add(new Lists(words).joined("join.sentences", sentences));
      lines.add("");
      List<Profile> chosen = profiles(ruleset);
      if (!chosen.isEmpty()) {
        List<String> names = chosen.stream().map(DumpDocument::named).toList();
        lines.add(wording.inline("page.notes", "systems", items(names)));
      }
      write(lines);
    }
  }

  // To recognise a system may take a look at every chain.
  private List<Profile> profiles(Ruleset ruleset) {
    return profiles.computeIfAbsent(
        ruleset.family(), family -> builtIn.select(Profiles.AUTO, ruleset).profiles());
  }

  private void shown() {
    List<String> lines = new ArrayList<>();
    if (!selection.equals(Selection.ALL)) {
      lines.add(wording.inline("page.part", "part", selected()));
      lines.add("");
    }
    if (limited) {
      lines.add("[.chainbook-left-out]");
      lines.add(wording.inline("page.limited", "explain", EXPLAIN, "some", SOME));
    }
    write(lines);
  }

  private String selected() {
    List<String> parts = new ArrayList<>();
    if (!selection.tables().isEmpty()) {
      parts.add(wording.inline("page.part.tables", "globs", globs(selection.tables())));
    }
    if (!selection.chains().isEmpty()) {
      parts.add(wording.inline("page.part.chains", "globs", globs(selection.chains())));
    }
    return items(parts);
  }

  private String globs(List<String> globs) {
    return items(globs.stream().map(glob -> "``" + AsciiDocText.escape(glob) + "``").toList());
  }

  private String items(List<String> items) {
    return new Lists(words).joined("join.items", items);
  }

  // iptables-save says who wrote a dump in the first comment of each table.
  private static Optional<String> writtenBy(Ruleset ruleset) {
    return ruleset.comments().stream()
        .filter(comment -> comment.contains("Generated by"))
        .findFirst()
        .map(comment -> AsciiDocText.escape(comment.replaceFirst("^#\\s*", "")) + ".");
  }

  private static String named(Profile profile) {
    return AsciiDocText.escape(profile.title())
        + " ("
        + AsciiDocText.escape(profile.versions())
        + ")";
  }

  private void problems() {
    List<Diagnostic> problems = reading.diagnostics();
    if (problems.isEmpty()) {
      return;
    }
    begin("problems", words.text("page.problems"));
    List<String> lines = new ArrayList<>();
    if (reading.hasErrors()) {
      lines.add(wording.plain("page.unreadable"));
      lines.add("");
    }
    for (Diagnostic problem : problems.stream().limit(MOST_PROBLEMS).toList()) {
      lines.add("* " + problem(problem));
    }
    if (problems.size() > MOST_PROBLEMS) {
      String more = String.valueOf(problems.size() - MOST_PROBLEMS);
      lines.add("* " + wording.plain("page.more-problems", "n", more));
    }
    write(lines);
    end();
  }

  // What is wrong is said in English.
  private String problem(Diagnostic problem) {
    String number = String.valueOf(problem.position().line());
    String line = wording.plain("page.line", "line", number);
    return wording.inline(
        "page.problem." + problem.severity().word(),
        "line",
        "link:#line-" + number + "[" + line + "]",
        "column",
        String.valueOf(problem.position().column()),
        "message",
        AsciiDocText.escape(problem.message()));
  }

  private void tables(Ruleset ruleset) {
    Ids ids = new Ids(ruleset.family().word());
    Annotations annotations = Annotations.of(ruleset, profiles(ruleset));
    DumpViews views = new DumpViews(book, ids, ruleset, words, annotations, figures, html);
    boolean several = reading.rulesets().size() > 1;
    List<Table> tables = selection.tablesOf(ruleset);
    for (int i = 0; i < tables.size(); i++) {
      Table table = tables.get(i);
      List<Chain> chains = selection.chainsOf(table);
      if (!chains.isEmpty() || table.chains().isEmpty()) {
        String id = "table_" + table.name() + (several ? "_" + family(ruleset) : "");
        String key = several ? "page.table-of-family" : "page.table";
        begin(id, words.text(key, "table", table.name(), "family", family(ruleset)));
        table(views, table, chains, tables.size() - i);
        end();
      }
    }
    figures = views.figures();
  }

  // What one table does not need of the room is left for those that follow.
  private void table(DumpViews views, Table table, List<Chain> chains, int tablesLeft) {
    if (chains.isEmpty()) {
      write(List.of(wording.plain("page.no-chains")));
      return;
    }
    views.diagram(table, chains);
    Limits limits = limited ? Limits.ofBytes(room / tablesLeft) : Limits.none();
    long before = limits.left();
    views.rules(table, chains, limits);
    room -= before - limits.left();
  }

  private static String family(Ruleset ruleset) {
    return ruleset.family() == Family.IPV4 ? "IPv4" : "IPv6";
  }

  private void begin(String name, String title) {
    String id = "_" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String free = id;
    for (int n = 2; !book.claim(free); n++) {
      free = id + "_" + n;
    }
    html.append("<div class=\"sect1\">\n<h2 id=\"").append(free).append("\">");
    html.append(AsciiDocText.escape(title)).append("</h2>\n<div class=\"sectionbody\">\n");
  }

  private void end() {
    html.append("</div>\n</div>\n");
  }

  private void write(List<String> lines) {
    GeneratedHtml.write(book.marks(), lines, html);
  }
}
