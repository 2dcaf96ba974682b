package io.github.chainbook.ruleset;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the reader needs to know of the place where a rule stands.
 *
 * @param catalogue the extensions of its family
 * @param context its family and table
 * @param chain the name of its chain
 * @param options options that were read before
 * @param isChain whether a name behind {@code -j} is a chain's
 * @param remarks what is odd about a rule and no error, with its column
 */
record RuleSetting(
    Catalogue catalogue,
    RuleContext context,
    String chain,
    OptionCache options,
    Predicate<String> isChain,
    Consumer<Remark> remarks) {

  /** Something odd that is no error. */
  record Remark(String code, int column, String message) {}

  /** The same place, in another chain. */
  RuleSetting in(String newChain, Consumer<Remark> newRemarks) {
    return new RuleSetting(catalogue, context, newChain, options, isChain, newRemarks);
  }

  /** Remarks that a name is none of an extension's. */
  void remarkUnknown(String kind, Token name, Collection<String> known) {
    remarks.accept(
        new Remark(
            "unknown-extension",
            name.column(),
            kind
                + " "
                + name.text()
                + " is none of iptables 1.8.9; it is kept as it stands"
                + DidYouMean.hint(name.text(), known)));
  }
}
