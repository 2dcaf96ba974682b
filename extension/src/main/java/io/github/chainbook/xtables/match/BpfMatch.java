package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.BpfProgram;
import io.github.chainbook.xtables.value.Texts;
import java.util.List;

/** {@code -m bpf}: a program decides; iptables-extensions(8), section bpf. */
public final class BpfMatch {

  /** XT_BPF_PATH_MAX less its terminating zero; linux/netfilter/xt_bpf.h. */
  private static final int MAX_PATH_BYTES = 511;

  /** The program. */
  public static final OptionSpec<BpfProgram> BYTECODE =
      OptionSpec.of("--bytecode", BpfProgram.TYPE).not("--object-pinned");

  /** The path in the machine's BPF file system at which the program is pinned. */
  public static final OptionSpec<String> OBJECT_PINNED =
      OptionSpec.of("--object-pinned", Texts.plainCut(MAX_PATH_BYTES));

  private BpfMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("bpf", BYTECODE, OBJECT_PINNED)
            .checked(
                (given, rule) -> {
                  if (!given.hasAny(BYTECODE, OBJECT_PINNED)) {
                    throw BadRule.missing("match bpf needs --bytecode or --object-pinned");
                  }
                }));
  }

  /** Whether the program returns more than 0; a program on the machine is not known: xt_bpf.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    return given.get(BYTECODE).<PacketTest>map(BpfInterpreter::new).orElse(packet -> Truth.UNKNOWN);
  }
}
