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

  /** What an entry says of a chain or rule. */
  private record Found(
      long weight, Optional<RulePattern> pattern, boolean otherwise, List<Note.Part> words) {

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
        entry
            .pattern()
            .match(table, chain, fragments)
            .map(captured -> words(entry.note(), captured, table, chain))
            .ifPresent(
                words ->
                    found.add(
                        new Found(
                            entry.pattern().weight(), Optional.empty(), entry.otherwise(), words)));
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
        entry
            .pattern()
            .match(table, chain, rule, fragments)
            .map(captured -> words(entry.note(), captured, table, chain))
            .ifPresent(
                words ->
                    found.add(
                        new Found(
                            entry.pattern().weight(),
                            Optional.of(entry.pattern()),
                            entry.otherwise(),
                            words)));
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
    boolean only = found.stream().allMatch(Found::otherwise);
    List<Found> wanted =
        found.stream()
            .filter(one -> only || !one.otherwise())
            .sorted(Comparator.comparingLong(Found::weight).reversed())
            .limit(only ? 1 : found.size())
            .toList();
    List<Note> notes = new ArrayList<>();
    Set<String> said = new HashSet<>();
    StringBuilder before = new StringBuilder();
    for (Found one : wanted) {
      boolean spoken = one.pattern().filter(p -> isSpokenOf(p, before)).isPresent();
      if (!spoken && said.add(one.text())) {
        notes.add(new Note(profile.name(), profile.title(), one.words()));
        before.append(one.text()).append(' ');
      }
    }
    return notes;
  }

  // Who has read what 15006 is for in this rule need not read what 15006 is.
  private static boolean isSpokenOf(RulePattern pattern, CharSequence before) {
    return pattern.isOfValues()
        && pattern.values().stream()
            .allMatch(value -> holdsWord(before.toString(), value.value().toString()));
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
