package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.WordType;
import java.util.ArrayList;
import java.util.List;

/** {@code -j NFQUEUE}: a program decides on the packet; iptables-extensions(8), section NFQUEUE. */
public final class NfqueueTarget {

  private static final int MAX_QUEUE = 65535;

  /** The queues are counted in 16 bits, so all 65536 together are refused by the kernel. */
  private static final int MAX_COUNT = 65535;

  /** Where an open range ends; iptables 1.8.9 itself still takes one queue more. */
  private static final int OPEN_END = 65534;

  /** The number of the queue; 0 where neither this nor a range stands. */
  public static final OptionSpec<Long> NUM =
      OptionSpec.of("--queue-num", Numbers.between(0, MAX_QUEUE)).not("--queue-balance");

  private static final ValueType<NumberRange> QUEUES =
      WordType.of((word, rule) -> parseQueues(word), queues -> queues.low() + ":" + queues.high());

  /** The queues among which connections are spread. */
  public static final OptionSpec<NumberRange> BALANCE = OptionSpec.of("--queue-balance", QUEUES);

  /** The packet is accepted if no program listens to the queue; else it is dropped then. */
  public static final OptionSpec<Flag> BYPASS = OptionSpec.flag("--queue-bypass");

  /** The queue is chosen by the number of the CPU that handles the packet. */
  public static final OptionSpec<Flag> CPU_FANOUT =
      OptionSpec.flag("--queue-cpu-fanout").with("--queue-balance");

  private NfqueueTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("NFQUEUE", NUM, BALANCE, BYPASS, CPU_FANOUT)
            .printed(NfqueueTarget::print));
  }

  private static NumberRange parseQueues(String word) throws BadValue {
    NumberRange queues = NumberRange.parse(word.endsWith(":") ? word + OPEN_END : word, MAX_QUEUE);
    // A number alone ends where it begins.
    if (queues.low() >= queues.high() || queues.high() - queues.low() >= MAX_COUNT) {
      throw BadValue.expected("a range of 2 to 65535 queues, such as 0:3, the lower first", word);
    }
    return queues;
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    if (!given.hasAny(NUM, BALANCE)) {
      printed.add(NUM.saying(0L));
    }
    printed.addAll(new Saved(given).then(NUM, BALANCE, BYPASS, CPU_FANOUT).list());
    return printed;
  }

  /**
   * Leaves the packet to a program; nfqueue_tg_v3 in net/netfilter/xt_NFQUEUE.c. Where none listens
   * and the queue may be left out, this table lets the packet pass.
   */
  public static PacketAction action(Options given, RuleContext rule) {
    boolean bypass = given.has(BYPASS);
    return packet -> {
      boolean passes =
          bypass
              && (packet.machine().isComplete()
                  || packet.suppose("no program listens to the queue of NFQUEUE"));
      return passes ? Fate.ACCEPT : Fate.NFQUEUE;
    };
  }
}
