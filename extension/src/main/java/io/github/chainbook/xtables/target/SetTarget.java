package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.packet.PacketEdit;
import io.github.chainbook.xtables.packet.SetView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.SetReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code -j SET}: adds to sets of ipset, deletes from them, or takes marks from them;
 * iptables-extensions(8), section SET. iptables takes a {@code !} before any option, and drops it.
 */
public final class SetTarget {

  /** The set that the packet's entry is added to. */
  public static final OptionSpec<SetReference> ADD_SET =
      OptionSpec.of("--add-set", SetReference.TYPE).orNot();

  /** That an entry which is there already gets the time-out anew. */
  public static final OptionSpec<Flag> EXIST =
      OptionSpec.flag("--exist").orNot().repeated().with("--add-set");

  /** After how many seconds the entry is deleted; 0 for never. Of several the last one counts. */
  public static final OptionSpec<Long> TIMEOUT =
      OptionSpec.of("--timeout", Numbers.between(0, Numbers.MAX_32 - 1))
          .orNot()
          .repeated()
          .with("--add-set");

  /** The set that the packet's entry is deleted from. */
  public static final OptionSpec<SetReference> DEL_SET =
      OptionSpec.of("--del-set", SetReference.TYPE).orNot();

  /** The set whose entry says what the packet gets. */
  public static final OptionSpec<SetReference> MAP_SET =
      OptionSpec.of("--map-set", SetReference.TYPE).orNot();

  /** That it gets the entry's mark. */
  public static final OptionSpec<Flag> MAP_MARK = map("--map-mark");

  /** That it gets the entry's priority, which is a class of traffic control. */
  public static final OptionSpec<Flag> MAP_PRIO = map("--map-prio");

  /** That it gets the entry's hardware queue. */
  public static final OptionSpec<Flag> MAP_QUEUE = map("--map-queue");

  private static final List<OptionSpec<?>> PRINTED =
      List.of(ADD_SET, EXIST, TIMEOUT, DEL_SET, MAP_SET, MAP_MARK, MAP_PRIO, MAP_QUEUE);

  private SetTarget() {}

  private static OptionSpec<Flag> map(String name) {
    return OptionSpec.flag(name).orNot().repeated().with("--map-set");
  }

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("SET", PRINTED.toArray(OptionSpec<?>[]::new))
            .checked(SetTarget::check)
            .atHooks(SetTarget::hooks)
            .printed(SetTarget::print));
  }

  // Tables: set_target_v3_checkentry in net/netfilter/xt_set.c.
  private static void check(Options given, RuleContext rule) throws BadRule {
    if (!given.hasAny(ADD_SET, DEL_SET, MAP_SET)) {
      throw BadRule.missing("target SET needs --add-set, --del-set or --map-set");
    }
    if (!given.has(MAP_SET)) {
      return;
    }
    if (!given.hasAny(MAP_MARK, MAP_PRIO, MAP_QUEUE)) {
      throw BadRule.missing("--map-set needs --map-mark, --map-prio or --map-queue beside it");
    }
    if (!rule.table().equals("mangle")) {
      throw BadRule.table("--map-set has no place in table " + rule.table() + ", only in mangle");
    }
  }

  private static Set<String> hooks(Options given) {
    return given.has(MAP_SET) && given.hasAny(MAP_PRIO, MAP_QUEUE)
        ? Set.of("FORWARD", "OUTPUT", "POSTROUTING")
        : Set.of();
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    PRINTED.forEach(spec -> add(given, spec, printed));
    return printed;
  }

  private static <T> void add(Options given, OptionSpec<T> spec, List<RuleOption> printed) {
    List<RuleOption> all = given.all(spec);
    if (!all.isEmpty()) {
      all.get(all.size() - 1).meaning(spec).map(spec::saying).ifPresent(printed::add);
    }
  }

  /** Changes the sets, or takes a mark from one; set_target_v3 in net/netfilter/xt_set.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    SetReference added = given.get(ADD_SET).orElse(null);
    SetReference deleted = given.get(DEL_SET).orElse(null);
    SetReference map = given.has(MAP_MARK) ? given.get(MAP_SET).orElse(null) : null;
    return packet -> {
      if (added != null) {
        packet.changeSet(added.name(), added.sides(), true);
      }
      if (deleted != null) {
        packet.changeSet(deleted.name(), deleted.sides(), false);
      }
      if (map != null) {
        map(packet, map);
      }
      return Fate.CONTINUE;
    };
  }

  private static void map(PacketEdit packet, SetReference reference) {
    SetView set = packet.machine().set(reference.name()).orElse(null);
    Truth has = set == null ? Truth.UNKNOWN : set.contains(packet, reference.sides(), false);
    if (has == Truth.NO) {
      return;
    }
    Mark mark = has == Truth.YES ? set.mark(packet, reference.sides()) : null;
    if (mark == null) {
      packet.forget(Field.MARK);
    } else {
      Marks.change(packet, mark);
    }
  }
}
