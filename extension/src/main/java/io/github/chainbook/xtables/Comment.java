package io.github.chainbook.xtables;

import static io.github.chainbook.xtables.OptionSpec.ValueKind.TEXT;

/** {@code -m comment}; iptables-extensions(8), section comment. It matches every packet. */
final class Comment {

  private Comment() {}

  static Extension extension() {
    return Extension.of("comment", OptionSpec.of("--comment", 1, false).holding(TEXT));
  }
}
