package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Letters;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.Texts;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;

/**
 * {@code -j LED}: lights a lamp of the machine; iptables-extensions(8), section LED. The packet
 * goes on to the next rule.
 */
public final class LedTarget {

  /** The 27 bytes of the trigger's name less {@code netfilter-} and a zero; xt_LED.h. */
  private static final int MAX_ID = 16;

  /** A delay without end, as xt_LED.h keeps it. */
  public static final long FOREVER = Numbers.MAX_32;

  /** A text that prints in quotes even where it needs none. */
  private static final ValueType<String> ID =
      WordType.freeText(
          (word, rule) -> Texts.checked(word, 0, MAX_ID), text -> new Value(text, true));

  private static final ValueType<Long> DELAY_TYPE =
      // libxt_LED.c prints it with a sign: what is kept as FOREVER comes out as -1.
      WordType.of((word, rule) -> parseDelay(word), delay -> String.valueOf(delay.intValue()));

  /** The name of the trigger, behind {@code netfilter-}, which a lamp is bound to. */
  public static final OptionSpec<String> TRIGGER_ID =
      OptionSpec.of("--led-trigger-id", ID).needed();

  /** For how many milliseconds the lamp stays on; {@link #FOREVER} for {@code inf}. */
  public static final OptionSpec<Long> DELAY = OptionSpec.of("--led-delay", DELAY_TYPE);

  /** The lamp blinks at each packet, even while it is on. */
  public static final OptionSpec<Flag> ALWAYS_BLINK = OptionSpec.flag("--led-always-blink");

  private LedTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("LED", TRIGGER_ID, DELAY, ALWAYS_BLINK).printed(LedTarget::print));
  }

  private static long parseDelay(String word) throws BadValue {
    if (Letters.begins("inf", word)) {
      return FOREVER;
    }
    return Numbers.parse(word, 0, Numbers.MAX_32);
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    return new Saved(given).then(TRIGGER_ID).thenUnless(0L, DELAY).then(ALWAYS_BLINK).list();
  }
}
