package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.packet.SetView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sets of a machine.
 *
 * @param sets each by its name
 * @param problems what is wrong with the text; the lines that they are about were left out
 */
public record IpSets(Map<String, SetView> sets, List<Diagnostic> problems) {

  /** No sets. */
  public static final IpSets NONE = new IpSets(Map.of(), List.of());

  public IpSets {
    sets = Map.copyOf(sets);
    problems = List.copyOf(problems);
  }

  /** Reads what {@code ipset save} prints and {@code ipset restore} takes. */
  public static IpSets parse(SourceText text) {
    return new SaveReader(text).read();
  }

  /** Reads it from a text without a name. */
  public static IpSets parse(String text) {
    return parse(SourceText.of("<ipset>", text));
  }

  /** The set of this name; empty where there is none. */
  public Optional<SetView> set(String name) {
    return Optional.ofNullable(sets.get(name));
  }
}
