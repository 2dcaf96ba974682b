package io.github.chainbook.figure;

/**
 * A jump or goto.
 *
 * @param from the index of the box that it leaves
 * @param row the index of the row in that box that it leaves from
 * @param to the index of the box that it leads to
 * @param rule the label of that row: the number of its rule, or how many it stands for
 * @param rules how many rules it stands for
 * @param isGoto whether it is a goto, which does not come back
 * @param label what stands beside it where it does not leave from the row itself
 * @param link to the rule's row in the rule table
 */
public record Arrow(
    int from, int row, int to, String rule, int rules, boolean isGoto, String label, Link link) {}
