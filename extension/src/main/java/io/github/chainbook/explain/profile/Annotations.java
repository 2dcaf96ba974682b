package io.github.chainbook.explain.profile;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The notes that profiles make for one ruleset. Of each profile what is most special comes first;
 * nothing is said twice. Not for several threads.
 */
public final class Annotations {

  /**
   * What an entry says of a chain or rule.
   *
   * @param weight how special the entry is
   * @param otherwise whether it is said only where no other entry has words
   * @param values the values that it is about, if it is about nothing else
   * @param words what it says
   */
  private record Found(long weight, boolean otherwise, List<String> values, List<Note.Part> words) {

    String text() {
      StringBuilder text = new StringBuilder();
      words.forEach(part -> text.append(part.text()));
      return text.toString();
    }
  }

  private final Fragments fragments;
  private final List<Profile> profiles;

  private Annotations(Fragments fragments, List<Profile> profiles) {
    this.fragments = fragments;
    this.profiles = List.copyOf(profiles);
  }

  /**
   * The notes for a ruleset.
   *
   * @param profiles the profiles to ask, whose notes come in this order; see {@link
   *     Profiles#select}
   */
  public static Annotations of(Ruleset ruleset, List<Profile> profiles) {
    return new Annotations(new Fragments(ruleset.family()), profiles);
  }

  /** The profiles that are asked. */
  public List<Profile> profiles() {
    return profiles;
  }

  /** What is to be said of a chain; often nothing. */
  public List<Note> chain(Table table, Chain chain) {
    List<Note> notes = new ArrayList<>();
    for (Profile profile : profiles) {
      List<Found> found = new ArrayList<>();
      for (ChainEntry entry : profile.chains()) {
        Optional<Map<String, String>> match = entry.pattern().match(table, chain, fragments);
        if (match.isPresent()) {
          List<Note.Part> words = words(entry.note(), match.get(), table, chain);
          found.add(new Found(entry.pattern().weight(), entry.otherwise(), List.of(), words));
        }
      }
      notes.addAll(notes(profile, found));
    }
    return notes;
  }

  /** What is to be said of a rule; often nothing. */
  public List<Note> rule(Table table, Chain chain, Rule rule) {
    List<Note> notes = new ArrayList<>();
    for (Profile profile : profiles) {
      List<Found> found = new ArrayList<>();
      for (RuleEntry entry : profile.rules()) {
        RulePattern pattern = entry.pattern();
        Optional<Map<String, String>> match = pattern.match(table, chain, rule, fragments);
        if (match.isPresent()) {
          List<Note.Part> words = words(entry.note(), match.get(), table, chain);
          List<String> values = pattern.valuesAlone(match.get());
          found.add(new Found(pattern.weight(), entry.otherwise(), values, words));
        }
      }
      notes.addAll(notes(profile, found));
    }
    return notes;
  }

  private static List<Note.Part> words(
      NoteText note, Map<String, String> captured, Table table, Chain chain) {
    captured.putIfAbsent("table", table.name());
    captured.putIfAbsent("chain", chain.name());
    return note.with(captured);
  }

  private static List<Note> notes(Profile profile, List<Found> found) {
    List<Found> wanted = new ArrayList<>(found);
    wanted.sort(Comparator.comparingLong(Found::weight).reversed());
    boolean said = wanted.stream().anyMatch(one -> !one.otherwise() && one.values().isEmpty());
    Optional<Found> otherwise = wanted.stream().filter(Found::otherwise).findFirst();
    List<Note> notes = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    for (Found one : wanted) {
      boolean fits = !one.otherwise() || !said && one == otherwise.get();
      if (fits && !isSpokenOf(one.values(), texts) && texts.add(one.text())) {
        notes.add(new Note(profile.name(), profile.title(), one.words()));
      }
    }
    return notes;
  }

  // Who has read what 15006 is for in this rule need not read what 15006 is.
  private static boolean isSpokenOf(List<String> values, Set<String> texts) {
    return !values.isEmpty()
        && values.stream().allMatch(value -> texts.stream().anyMatch(t -> holdsWord(t, value)));
  }

  private static boolean holdsWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }
}
