package io.github.chainbook.explain.profile;

/**
 * What a profile says of some chains.
 *
 * @param pattern which chains
 * @param note what it says
 * @param otherwise whether it is said only where no other entry of the profile has words
 */
record ChainEntry(ChainPattern pattern, NoteText note, boolean otherwise) {}
