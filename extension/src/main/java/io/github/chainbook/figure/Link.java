package io.github.chainbook.figure;

/**
 * Where a part of a figure leads.
 *
 * @param id the id of an element of the book; empty for none
 * @param tip what is said of it when it is pointed at
 */
public record Link(String id, String tip) {}
