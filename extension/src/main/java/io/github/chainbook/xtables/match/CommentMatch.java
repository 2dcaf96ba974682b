package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Texts;
import java.util.List;

/** {@code -m comment}; iptables-extensions(8), section comment. It matches every packet. */
public final class CommentMatch {

  /** XT_MAX_COMMENT_LEN less its terminating zero; linux/netfilter/xt_comment.h. */
  private static final int MAX_BYTES = 255;

  /** What the rule's author has to say of it. */
  public static final OptionSpec<String> COMMENT =
      OptionSpec.of("--comment", Texts.anyCut(MAX_BYTES)).needed();

  private CommentMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("comment", COMMENT));
  }

  /** It matches every packet; net/netfilter/xt_comment.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    return packet -> Truth.YES;
  }
}
