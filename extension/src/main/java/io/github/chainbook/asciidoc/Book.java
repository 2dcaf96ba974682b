package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.netfilter.language.PacketTraces;
import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.words.Messages;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.asciidoctor.ast.ContentNode;
import org.asciidoctor.ast.Document;

/**
 * What is known of the book that is being converted: its rulesets and topologies, which of their
 * parts have a place in it, what its figures say and what became of its packets and flows. It lives
 * as long as its document.
 */
final class Book {

  /** The document attribute that holds it, so that nested documents find it as well. */
  private static final String ATTRIBUTE = "chainbook-book";

  /** The document attribute that holds what {@code finish_html.rb} does to a page. */
  private static final String FINISHER = "chainbook-finisher";

  /**
   * A ruleset of the book.
   *
   * @param ids the ids of its parts
   * @param reading what came of reading its dump
   * @param dump where the dump stands
   * @param declared where its block or macro stands
   */
  record Entry(Ids ids, Reading reading, Dump dump, Place declared) {

    Ruleset ruleset() {
      return reading.ruleset();
    }
  }

  /**
   * A topology of the book.
   *
   * @param id its id
   * @param topology what is declared
   * @param flows what came of its flows
   * @param declared where its block or macro stands
   */
  record Deployment(String id, Topology topology, List<FlowWalk> flows, Place declared) {}

  private final RulesetReader reader = new RulesetReader();
  private final Map<String, Entry> rulesets = new LinkedHashMap<>();
  private final Map<String, Deployment> topologies = new LinkedHashMap<>();
  private final Set<String> anchors = new HashSet<>();
  private final Set<String> reported = new HashSet<>();
  private final Map<String, FigureWords> figures = new LinkedHashMap<>();
  private final Map<String, DrawnFigure> drawn = new LinkedHashMap<>();
  private final Map<String, PacketTraces> traces = new LinkedHashMap<>();
  private final Marks marks = new Marks();
  private final BookProfiles profiles = new BookProfiles();
  private final AuthorNotes authorNotes = new AuthorNotes();
  private final Map<String, String> rawRules = new HashMap<>();
  private final Map<String, List<String>> walks = new LinkedHashMap<>();

  private final Supplier<Messages> language;
  private final Map<String, Messages> languages = new HashMap<>();

  /** An empty book in a language, which is asked for when it is finished. */
  Book(Supplier<Messages> language) {
    this.language = language;
  }

  static void begin(Document document) {
    Book book = new Book(new ViewAttributes(document, Map.of())::words);
    document.setAttribute(ATTRIBUTE, book, true);
    UnaryOperator<String> finisher = book::finished;
    document.setAttribute(FINISHER, finisher, true);
  }

  /** A page of the book, or a part of one, finished. */
  String finished(String html) {
    return FinishHtml.finish(html, figures, drawn, rawRules, walks, language.get());
  }

  /** The book that this node is part of. */
  static Book of(ContentNode node) {
    Document document = node instanceof Document self ? self : node.getDocument();
    if (document.getAttribute(ATTRIBUTE) instanceof Book book) {
      return book;
    }
    throw new IllegalStateException("the extension's preprocessor has not run");
  }

  /** The words of a language. */
  Messages words(String tag) {
    return languages.computeIfAbsent(tag, Messages::of);
  }

  /** Reads the book's dumps. */
  RulesetReader reader() {
    return reader;
  }

  void add(Entry entry) {
    rulesets.put(entry.ids().ruleset(), entry);
  }

  Optional<Entry> ruleset(String id) {
    return Optional.ofNullable(rulesets.get(id));
  }

  void add(Deployment topology) {
    topologies.put(topology.id(), topology);
  }

  Optional<Deployment> topology(String id) {
    return Optional.ofNullable(topologies.get(id));
  }

  /** Where the ruleset or topology of this id is declared. */
  Optional<Place> declaredAt(String id) {
    return ruleset(id).map(Entry::declared).or(() -> topology(id).map(Deployment::declared));
  }

  Collection<Entry> rulesets() {
    return rulesets.values();
  }

  /** The ruleset that was declared last, while the book is read: the nearest one above. */
  Optional<Entry> last() {
    return rulesets.values().stream().reduce((first, second) -> second);
  }

  /** The message that no ruleset of this id stands above. */
  String unknown(String id) {
    return "no ruleset "
        + (id.isEmpty() ? "" : "'" + id + "' ")
        + "stands above this place: move its [iptables-save] up here, with views=none if it is to"
        + " show nothing there"
        + DidYouMean.hint(id, rulesets.keySet());
  }

  /** The message that no topology of this id stands above. */
  String unknownTopology(String id) {
    return "no topology '"
        + id
        + "' stands above this place: move its [topology] up here, with views=none if it is to show"
        + " nothing there"
        + DidYouMean.hint(id, topologies.keySet());
  }

  /** Keeps what became of packets, for views that come later. */
  void addTrace(String id, PacketTraces packets) {
    traces.put(id, packets);
  }

  /** The traces of this id. */
  Optional<PacketTraces> trace(String id) {
    return Optional.ofNullable(traces.get(id));
  }

  boolean hasTrace(String id) {
    return traces.containsKey(id);
  }

  /** The annotation profiles. */
  BookProfiles profiles() {
    return profiles;
  }

  /** What the author says of chains and rules. */
  AuthorNotes authorNotes() {
    return authorNotes;
  }

  /** Keeps a rule as a line that iptables-restore reads, for who wants to copy it. */
  void addRawRule(String id, String line) {
    rawRules.put(id, line);
  }

  /** Keeps the ids of what a packet met on its way, for scripts that show it in figures. */
  void addWalk(String packetId, List<String> ids) {
    walks.put(packetId, ids);
  }

  /** The ids in generated text. */
  Marks marks() {
    return marks;
  }

  /** Takes an id for a part of a ruleset; false if it has a place in the book already. */
  boolean claim(String id) {
    return anchors.add(id);
  }

  /** Whether some view shows the part of this id. */
  boolean shows(String id) {
    return anchors.contains(id);
  }

  /** False if the same was reported before: Asciidoctor may convert a text more than once. */
  boolean reportsFirst(Place place, String message) {
    return reported.add(place + " " + message);
  }

  void addFigure(String id, FigureWords words) {
    figures.put(id, words);
  }

  void addDrawn(String id, DrawnFigure figure) {
    drawn.put(id, figure);
  }

  Optional<FigureWords> figure(String id) {
    return Optional.ofNullable(figures.get(id));
  }

  boolean hasFigure(String id) {
    return figures.containsKey(id);
  }
}
