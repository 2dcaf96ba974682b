package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.EnumWords;
import io.github.chainbook.xtables.value.HostNetwork;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code -m policy}: IPsec; iptables-extensions(8), section policy. The options from {@code
 * --reqid} on describe one transformation, behind each {@code --next} another one.
 */
public final class PolicyMatch {

  /** Whether it has been decapsulated or is to be encapsulated. */
  public enum Direction {
    /** Decapsulated. */
    IN,
    /** To be encapsulated. */
    OUT;

    @Override
    public String toString() {
      return EnumWords.lowerCase(this);
    }
  }

  /** Whether IPsec takes part. */
  public enum Kind {
    /** It does not. */
    NONE,
    /** It does. */
    IPSEC;

    @Override
    public String toString() {
      return EnumWords.lowerCase(this);
    }
  }

  /** What a transformation wraps. */
  public enum Mode {
    /** What the packet carries. */
    TRANSPORT,
    /** The whole packet. */
    TUNNEL;

    @Override
    public String toString() {
      return EnumWords.lowerCase(this);
    }
  }

  /** Which way the policy is applied. */
  public static final OptionSpec<Direction> DIR =
      OptionSpec.of("--dir", EnumWords.exact(Direction.class)).needed();

  /** Whether it is subject to IPsec; it is where this is not said. */
  public static final OptionSpec<Kind> POL = OptionSpec.of("--pol", EnumWords.exact(Kind.class));

  /** That all its transformations are described, in order; else it is one of them, anywhere. */
  public static final OptionSpec<Flag> STRICT = OptionSpec.flag("--strict");

  /** The number of the request, as setkey(8) gives it. */
  public static final OptionSpec<Long> REQID =
      element(OptionSpec.of("--reqid", Numbers.between(0, Numbers.MAX_32)));

  /** The security parameter index. */
  public static final OptionSpec<Long> SPI =
      element(OptionSpec.of("--spi", Numbers.between(0, Numbers.MAX_32, Numbers::hex)));

  /** The protocol of the transformation: esp, ah or ipcomp. */
  public static final OptionSpec<Protocol> PROTO =
      element(OptionSpec.of("--proto", IpsecProtocols.TYPE));

  /** What it wraps. */
  public static final OptionSpec<Mode> MODE =
      element(OptionSpec.of("--mode", EnumWords.exact(Mode.class)));

  /** The tunnel's far end, or in an incoming tunnel this end. */
  public static final OptionSpec<Network> TUNNEL_DST =
      element(OptionSpec.of("--tunnel-dst", HostNetwork.TYPE));

  /** The tunnel's near end, or in an incoming tunnel the other one. */
  public static final OptionSpec<Network> TUNNEL_SRC =
      element(OptionSpec.of("--tunnel-src", HostNetwork.TYPE));

  /** That the description of another transformation follows. */
  public static final OptionSpec<Flag> NEXT = OptionSpec.flag("--next").repeated().with("--strict");

  private static final List<OptionSpec<?>> OF_ELEMENT =
      List.of(REQID, SPI, PROTO, MODE, TUNNEL_DST, TUNNEL_SRC);

  /** XT_POLICY_MAX_ELEM; linux/netfilter/xt_policy.h. */
  private static final int MAX_ELEMENTS = 4;

  private PolicyMatch() {}

  private static <T> OptionSpec<T> element(OptionSpec<T> spec) {
    return spec.orNot().repeated();
  }

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match(
                "policy", DIR, POL, STRICT, REQID, SPI, PROTO, MODE, TUNNEL_DST, TUNNEL_SRC, NEXT)
            .checked(PolicyMatch::check)
            .atHooks(PolicyMatch::hooks)
            .printed(PolicyMatch::print));
  }

  /** The options of each transformation, in order; one with none of them where none is given. */
  public static List<Options> elements(Options given) {
    List<Options> elements = new ArrayList<>();
    List<RuleOption> current = new ArrayList<>();
    for (RuleOption option : given.list()) {
      if (option.name().equals(NEXT.name())) {
        elements.add(new Options(current));
        current.clear();
      } else if (OF_ELEMENT.stream().anyMatch(spec -> spec.name().equals(option.name()))) {
        current.add(option);
      }
    }
    elements.add(new Options(current));
    return elements;
  }

  private static boolean isNone(Options given) {
    return given.get(POL, Kind.IPSEC) == Kind.NONE;
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (isNone(given) && given.has(STRICT)) {
      throw BadRule.at(STRICT, "--strict cannot stand beside --pol none");
    }
    List<Options> elements = elements(given);
    if (elements.size() > MAX_ELEMENTS) {
      throw BadRule.at(NEXT, "--next may stand " + (MAX_ELEMENTS - 1) + " times at most");
    }
    for (Options element : elements) {
      for (OptionSpec<?> spec : OF_ELEMENT) {
        if (element.all(spec).size() > 1) {
          throw BadRule.at(spec, spec.name() + " stands twice without --next between");
        }
      }
      if (!isNone(given)) {
        checkElement(element, given.has(STRICT));
      }
    }
  }

  private static void checkElement(Options element, boolean strict) throws BadRule {
    if (strict && element.list().isEmpty()) {
      throw BadRule.missing(
          "match policy with --strict needs one of --reqid, --spi, --proto, --mode, --tunnel-dst"
              + " and --tunnel-src, behind each --next too");
    }
    Mode refused = element.isNegated(MODE) ? Mode.TUNNEL : Mode.TRANSPORT;
    boolean inTunnel = element.get(MODE, Mode.TRANSPORT) != refused;
    if (element.hasAny(TUNNEL_SRC, TUNNEL_DST) && !inTunnel) {
      throw BadRule.missing("--tunnel-src and --tunnel-dst need --mode tunnel beside them");
    }
  }

  // policy_mt_check in net/netfilter/xt_policy.c.
  private static Set<String> hooks(Options given) {
    return given.get(DIR, Direction.IN) == Direction.IN
        ? Set.of("PREROUTING", "INPUT", "FORWARD")
        : Set.of("FORWARD", "OUTPUT", "POSTROUTING");
  }

  // Transformations beside --pol none are lost: policy_check in libxt_policy.c counts none.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    given.option(DIR).ifPresent(printed::add);
    printed.add(POL.saying(given.get(POL, Kind.IPSEC)));
    given.option(STRICT).ifPresent(printed::add);
    List<Options> elements = isNone(given) ? List.of() : elements(given);
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        printed.add(NEXT.saying(Flag.SET));
      }
      Options element = elements.get(i);
      OF_ELEMENT.forEach(spec -> element.option(spec).ifPresent(printed::add));
    }
    return printed;
  }

  /** Whether IPsec takes part; policy_mt in net/netfilter/xt_policy.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    Truth withoutPolicy = Truth.of(isNone(given));
    return packet -> packet.machine().isComplete() ? withoutPolicy : Truth.UNKNOWN;
  }
}
