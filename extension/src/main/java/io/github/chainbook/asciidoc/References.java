package io.github.chainbook.asciidoc;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.ChainPath;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleFragment;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds what {@code chain:…[]} and {@code rule:…[]} name. */
final class References {

  private static final int MOST_CANDIDATES = 12;

  private final Book book;

  References(Book book) {
    this.book = book;
  }

  /**
   * What a reference names.
   *
   * @param id the id to link to
   * @param path ruleset, table and chain
   * @param chain the chain's name
   * @param rule the rule's number; 0 for a chain
   */
  record Found(String id, String path, String chain, int rule) {}

  /** A reference that names nothing, or more than one thing. */
  static final class Unresolved extends Exception {

    private static final long serialVersionUID = 1L;

    Unresolved(String message) {
      super(message, null, false, false);
    }
  }

  /** A chain of a ruleset. */
  private record Candidate(Book.Entry entry, Table table, Chain chain) {

    String id() {
      return entry.ids().chain(table.name(), chain.name());
    }

    String id(Rule rule) {
      return entry.ids().rule(table.name(), chain.name(), rule.number());
    }

    String path() {
      return entry.ids().ruleset() + "/" + table.name() + "/" + chain.name();
    }
  }

  /**
   * Finds a chain.
   *
   * @param target {@code [ruleset/][table/]chain}
   * @param nearest the id of the nearest ruleset above, if any
   */
  Found chain(String target, Optional<String> nearest) throws Unresolved {
    Found found = chain(candidates(ChainPath.parse(target), nearest), target);
    return shown(found, "chain " + found.path());
  }

  private static Found chain(List<Candidate> candidates, String target) throws Unresolved {
    if (candidates.size() > 1) {
      throw new Unresolved(
          "several chains are called "
              + target
              + ": "
              + list(candidates.stream().map(Candidate::path).toList()));
    }
    Candidate only = candidates.get(0);
    return new Found(only.id(), only.path(), only.chain().name(), 0);
  }

  /**
   * Finds a rule.
   *
   * @param text a rule's number, or a fragment of it
   */
  Found rule(String target, String text, Optional<String> nearest) throws Unresolved {
    List<Candidate> candidates = candidates(ChainPath.parse(target), nearest);
    Found found = rule(candidates, target, text);
    return shown(found, "rule " + found.path() + " " + found.rule());
  }

  /**
   * Finds what a note is on, whether it is shown yet or not.
   *
   * @param ruleset the ruleset that the note is for
   * @param target {@code [table/]chain}
   * @param text a rule's number, or a fragment of it; empty for the chain itself
   */
  Found noted(String ruleset, String target, String text) throws Unresolved {
    ChainPath path = ChainPath.parse(target);
    if (path.ruleset().filter(other -> !other.equals(ruleset)).isPresent()) {
      throw new Unresolved(
          "expected [table/]chain of ruleset '" + ruleset + "', found '" + target + "'");
    }
    List<Candidate> candidates =
        candidates(
            new ChainPath(Optional.of(ruleset), path.table(), path.chain()), Optional.empty());
    return text.isEmpty() ? chain(candidates, target) : rule(candidates, target, text);
  }

  private Found rule(List<Candidate> candidates, String target, String text) throws Unresolved {
    String wanted = text.strip();
    List<Found> found = new ArrayList<>();
    List<String> names = new ArrayList<>();
    boolean isNumber = wanted.matches("\\d+");
    for (Candidate candidate : candidates) {
      Optional<RuleFragment> fragment =
          isNumber ? Optional.empty() : Optional.of(fragment(wanted, candidate));
      for (Rule rule : candidate.chain().rules()) {
        boolean named =
            fragment.isPresent()
                ? fragment.get().names(rule)
                : String.valueOf(rule.number()).equals(wanted);
        if (named) {
          found.add(
              new Found(
                  candidate.id(rule), candidate.path(), candidate.chain().name(), rule.number()));
          names.add(candidate.path() + " " + rule.number());
        }
      }
    }
    if (found.isEmpty()) {
      throw new Unresolved(
          "no rule of " + target + " is '" + wanted + "'; it has " + rules(candidates));
    }
    if (found.size() > 1) {
      throw new Unresolved("several rules are '" + wanted + "': " + list(names));
    }
    return found.get(0);
  }

  private RuleFragment fragment(String text, Candidate candidate) throws Unresolved {
    Family family = candidate.entry().ruleset().family();
    RuleContext context = RuleContext.of(family, candidate.table().name());
    return RuleFragment.parse(book.reader().catalogue(family), context, text)
        .orElseThrow(
            () ->
                new Unresolved(
                    "expected a rule's number or a piece of its text, found '" + text + "'"));
  }

  private Found shown(Found found, String name) throws Unresolved {
    if (!book.shows(found.id())) {
      throw new Unresolved("no view shows " + name + ": add an iptables-rules:: macro for it");
    }
    return found;
  }

  /** The chains that a path may mean: of the nearest ruleset if it has any, else of all. */
  private List<Candidate> candidates(ChainPath path, Optional<String> nearest) throws Unresolved {
    if (path.ruleset().isPresent()) {
      Book.Entry entry =
          book.ruleset(path.ruleset().get())
              .orElseThrow(
                  () -> new Unresolved("there is no ruleset '" + path.ruleset().get() + "'"));
      return atLeastOne(in(entry, path), path, List.of(entry));
    }
    Optional<Book.Entry> near = nearest.flatMap(book::ruleset);
    List<Candidate> found = near.map(entry -> in(entry, path)).orElse(List.of());
    if (found.isEmpty()) {
      found = book.rulesets().stream().flatMap(entry -> in(entry, path).stream()).toList();
    }
    return atLeastOne(found, path, book.rulesets());
  }

  private static List<Candidate> in(Book.Entry entry, ChainPath path) {
    return entry.ruleset().tables().stream()
        .filter(table -> path.table().isEmpty() || path.table().get().equals(table.name()))
        .flatMap(
            table ->
                table.chain(path.chain()).stream().map(chain -> new Candidate(entry, table, chain)))
        .toList();
  }

  private static List<Candidate> atLeastOne(
      List<Candidate> found, ChainPath path, Collection<Book.Entry> searched) throws Unresolved {
    if (!found.isEmpty()) {
      return found;
    }
    List<String> chains =
        searched.stream()
            .flatMap(entry -> entry.ruleset().tables().stream())
            .flatMap(table -> table.chains().stream())
            .map(Chain::name)
            .distinct()
            .toList();
    String hint = DidYouMean.hint(path.chain(), chains);
    throw new Unresolved(
        "there is no chain "
            + path.chain()
            + (hint.isEmpty() ? "; there are " + list(chains) : hint));
  }

  private static String rules(List<Candidate> candidates) {
    List<String> rules =
        candidates.stream()
            .flatMap(
                candidate ->
                    candidate.chain().rules().stream()
                        .map(rule -> rule.number() + " (" + RuleText.of(rule) + ")"))
            .toList();
    return rules.isEmpty() ? "no rules" : list(rules);
  }

  private static String list(List<String> names) {
    int more = names.size() - MOST_CANDIDATES;
    return names.isEmpty()
        ? "none"
        : String.join(", ", names.subList(0, Math.min(names.size(), MOST_CANDIDATES)))
            + (more > 0 ? " and " + more + " more" : "");
  }
}
