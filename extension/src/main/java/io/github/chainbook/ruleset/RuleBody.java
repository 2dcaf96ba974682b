package io.github.chainbook.ruleset;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a rule says, wherever it stands. */
sealed interface RuleBody permits ParsedRule, SavedRule {

  /** The same, read in full, and kept by nobody but who asks. */
  ParsedRule inFull();

  /** What it asks of a packet. */
  List<Match> matches();

  /** What it does. */
  Optional<Target> target();

  /** Where its extensions may stand; empty where all may stand anywhere. */
  List<ParsedRule.HookLimit> places();

  /** The chain that it leads to; null where it leads to none. */
  String leadsTo();

  /** Whether it leads to a chain that is not built in and stands above it. */
  boolean leadsToKnown();

  /** Whether no packet goes on to the rule below it. */
  boolean endsEveryWalk();

  /** Whether an extension of it may stand at some hooks only. */
  boolean hasPlaces();

  /** Whether all its extensions may stand where these hooks lead to, by their chains' names. */
  boolean fits(Set<String> hooks);
}
