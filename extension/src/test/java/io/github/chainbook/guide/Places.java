package io.github.chainbook.guide;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.ProtocolNames;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where an extension may stand, found by asking the catalogue's checks of each table, protocol and
 * hook for each example. Checks of options together know more than the lists that an extension
 * declares: TPROXY, say, looks at the protocol itself.
 */
final class Places {

  private static final List<String> PROTOCOLS =
      IntStream.rangeClosed(0, 255).mapToObj(String::valueOf).toList();

  private final Extension extension;
  private final List<Example> examples;
  private boolean optionsMatter;

  private Places(Extension extension, List<Example> examples) {
    this.extension = extension;
    this.examples = examples;
  }

  /** Where it may stand, in AsciiDoc. */
  static String of(Extension extension, List<Example> examples) {
    // What iptables-save leaves out may be what a check asks for.
    List<Example> whole =
        examples.stream().filter(e -> refusal(extension, e.options(), e.rule()).isEmpty()).toList();
    Places places = new Places(extension, whole);
    List<String> parts = new ArrayList<>();
    places.add(parts, "table ", Tables.NAMES, places::tables, name -> name);
    places.add(parts, "from ", Tables.HOOKS, places::hooks, name -> name);
    places.add(parts, "with ", PROTOCOLS, places::protocols, Places::protocol);
    String where = parts.isEmpty() ? "anywhere" : String.join("; ", parts);
    return places.optionsMatter ? where + "; some options narrow this" : where;
  }

  private void add(
      List<String> parts,
      String before,
      List<String> all,
      Function<Example, Set<String>> places,
      Function<String, String> words) {
    Set<Set<String>> each = examples.stream().map(places).collect(Collectors.toSet());
    Set<String> any = each.stream().flatMap(Set::stream).collect(Collectors.toSet());
    optionsMatter |= each.size() > 1;
    if (any.size() < all.size()) {
      parts.add(before + either(all.stream().filter(any::contains).map(words).toList()));
    }
  }

  private Set<String> tables(Example example) {
    RuleContext rule = example.rule();
    return kept(
        Tables.NAMES,
        name ->
            refusal(
                extension,
                example.options(),
                new RuleContext(
                    rule.family(), name, rule.protocol(), rule.protocolNegated(), rule.besides())),
        "wrong-table");
  }

  private Set<String> protocols(Example example) {
    RuleContext rule = example.rule();
    return kept(
        PROTOCOLS,
        number ->
            refusal(
                extension,
                example.options(),
                new RuleContext(
                    rule.family(), rule.table(), Integer.parseInt(number), false, rule.besides())),
        "wrong-protocol");
  }

  private Set<String> hooks(Example example) {
    Set<String> hooks = extension.hooks(example.options());
    return hooks.isEmpty() ? Set.copyOf(Tables.HOOKS) : hooks;
  }

  private static Set<String> kept(
      Collection<String> all, Function<String, String> refusal, String code) {
    Set<String> kept = new TreeSet<>(all);
    kept.removeIf(one -> refusal.apply(one).equals(code));
    return kept;
  }

  private static String refusal(Extension extension, Options options, RuleContext rule) {
    try {
      extension.check(options, rule);
      return "";
    } catch (BadRule e) {
      return e.code();
    }
  }

  private static String protocol(String number) {
    return "`-p " + ProtocolNames.print(Integer.parseInt(number)) + "`";
  }

  private static String either(List<String> words) {
    String all = String.join(", ", words);
    int last = all.lastIndexOf(", ");
    return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
  }
}
