package io.github.chainbook.ruleset;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of an option that nothing in its rule has. */
final class UnknownOption {

  private UnknownOption() {}

  /**
   * The message.
   *
   * @param draft the rule so far, whose matches and target the catalogue all describes
   * @param name the option
   */
  static String message(Catalogue catalogue, RuleDraft draft, Token name) {
    List<String> names = new ArrayList<>();
    catalogue.builtIn().options().forEach(o -> names.addAll(o.aliases()));
    List<Extension> known = new ArrayList<>();
    draft.modules().forEach(m -> known.add(m.extension()));
    draft.protocol().flatMap(p -> catalogue.matchOfProtocol(p.text())).ifPresent(known::add);
    Optional.ofNullable(draft.targetOptions()).map(GivenOptions::extension).ifPresent(known::add);
    known.forEach(e -> e.options().forEach(o -> names.add(o.name())));
    return "no match or target of this rule has an option "
        + name.text()
        + DidYouMean.hint(name.text(), names);
  }
}
