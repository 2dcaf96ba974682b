package io.github.chainbook.explain.profile;

/**
 * What a profile says of some rules.
 *
 * @param pattern which rules
 * @param note what it says
 * @param otherwise whether it is said only where no other entry of the profile has words
 */
record RuleEntry(RulePattern pattern, NoteText note, boolean otherwise) {}
