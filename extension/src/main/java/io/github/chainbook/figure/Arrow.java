package io.github.chainbook.figure;

/**
 * A jump or goto.
 *
 * @param from the index of the box that it leaves
 * @param to the index of the box that it leads to
 * @param rule the number of its rule
 * @param isGoto whether it is a goto, which does not come back
 * @param link to the rule's row in the rule table
 */
public record Arrow(int from, int to, int rule, boolean isGoto, Link link) {

  /** What stands beside it. */
  public String label() {
    return rule + (isGoto ? " goto" : "");
  }
}
