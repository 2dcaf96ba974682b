package io.github.chainbook.asciidoc;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.text.AsciiDocText;
import java.util.List;

/** Writes what a page leaves out: nothing goes missing without a word and a number. */
record LeftOut(Wording wording) {

  /** The first three cells of a row that stands for neighbouring rules. */
  List<String> rules(List<Rule> rules) {
    int first = rules.get(0).number();
    int last = rules.get(rules.size() - 1).number();
    return List.of(
        first == last ? String.valueOf(first) : first + "–" + last,
        wording.counted(rules.size(), "more-rule"),
        wording.plain("left-out.rules"));
  }

  /**
   * A paragraph about chains that are like others.
   *
   * @param chains those of which not all is shown
   * @param listed how many of them have a line
   */
  List<String> members(List<Chain> chains, int listed) {
    if (chains.isEmpty()) {
      return List.of();
    }
    if (listed == 0) {
      return chains(chains);
    }
    List<Chain> rest = chains.subList(listed, chains.size());
    String rules = counted(chains.subList(0, listed));
    return paragraph(
        rest.isEmpty()
            ? wording.inline("left-out.members", "rules", rules, "n", listed)
            : wording.inline(
                "left-out.members-and-more",
                "rules",
                rules,
                "n",
                listed,
                "rest",
                rest.size(),
                "left",
                counted(rest)));
  }

  /** A paragraph about other chains. */
  List<String> chains(List<Chain> chains) {
    return paragraph(
        wording.inline(
            "left-out.chains",
            "chains",
            wording.counted(chains.size(), "more-chain"),
            "rules",
            counted(chains),
            "n",
            chains.size(),
            "first",
            name(chains.get(0)),
            "last",
            name(chains.get(chains.size() - 1))));
  }

  private static List<String> paragraph(String text) {
    return List.of("[.chainbook-left-out]", text, "");
  }

  private static String name(Chain chain) {
    return "``" + AsciiDocText.escape(chain.name()) + "``";
  }

  private String counted(List<Chain> chains) {
    return wording.counted(chains.stream().mapToLong(chain -> chain.rules().size()).sum(), "rule");
  }
}
