package io.github.chainbook.xtables;

import java.util.List;
import java.util.Optional;

/**
 * A match ({@code -m NAME}) or target ({@code -j NAME}) whose options are known.
 *
 * @param name as written after {@code -m} or {@code -j}
 * @param options in the order in which iptables-save prints them
 */
public record Extension(String name, List<OptionSpec> options) {

  public Extension {
    options = List.copyOf(options);
  }

  static Extension of(String name, OptionSpec... options) {
    return new Extension(name, List.of(options));
  }

  /**
   * The option that is meant by these letters: a full spelling, or the beginning of just one.
   *
   * @param written with its dashes
   */
  public Optional<OptionSpec> option(String written) {
    Optional<OptionSpec> exact = options.stream().filter(o -> o.isCalled(written)).findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    List<OptionSpec> begun = options.stream().filter(o -> o.isAbbreviatedBy(written)).toList();
    return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
  }
}
