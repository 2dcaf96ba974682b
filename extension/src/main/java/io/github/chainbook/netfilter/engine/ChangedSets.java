package io.github.chainbook.netfilter.engine;

import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.SetView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.target.SetTarget;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.SetReference.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Sets that rules change. What an earlier packet put into one nobody knows; what this packet did to
 * it is known.
 */
final class ChangedSets implements Function<String, Function<SetView, SetView>> {

  private final Set<String> grown;
  private final Set<String> shrunk;
  private final List<Done> done = new ArrayList<>(0);

  /** The sets as this packet has made them. */
  private final Map<String, SetView> own = new HashMap<>(0);

  /** What this packet did. */
  private record Done(
      String set, List<Side> sides, Address source, Address destination, long ports) {}

  private ChangedSets(Set<String> grown, Set<String> shrunk) {
    this.grown = grown;
    this.shrunk = shrunk;
  }

  /** The sets that the rules of these rulesets change. */
  static ChangedSets by(List<Ruleset> rulesets) {
    Set<String> grown = new HashSet<>();
    Set<String> shrunk = new HashSet<>();
    rulesets.stream()
        .flatMap(ruleset -> ruleset.tables().stream())
        .flatMap(table -> table.chains().stream())
        .flatMap(chain -> chain.rules().stream())
        .flatMap(rule -> rule.target().stream())
        .filter(target -> target.name().equals("SET"))
        .flatMap(target -> target.options().stream())
        .forEach(
            option -> {
              if (option.name().equals(SetTarget.ADD_SET.name())) {
                grown.add(name(option));
              } else if (option.name().equals(SetTarget.DEL_SET.name())) {
                shrunk.add(name(option));
              }
            });
    return new ChangedSets(grown, shrunk);
  }

  private static String name(RuleOption option) {
    return option.word();
  }

  /** The same for another packet, which did nothing yet. */
  ChangedSets forPacket() {
    return grown.isEmpty() && shrunk.isEmpty() ? this : new ChangedSets(grown, shrunk);
  }

  void changed(PacketView packet, String set, List<Side> sides, boolean added) {
    View view = (View) packet.machine().set(set).orElse(null);
    if (view == null) {
      return;
    }
    SetView before = own.getOrDefault(set, view.before);
    SetView after = before.changed(packet, sides, added);
    own.put(set, after);
    // Nothing happens where the set is of another family, or has more dimensions.
    if (after != before || Truth.of(added) == before.contains(packet, sides, false)) {
      done.add(new Done(set, sides, packet.source(), packet.destination(), ports(packet)));
    }
  }

  private static long ports(PacketView packet) {
    return packet.number(Field.SOURCE_PORT) << 16 | packet.number(Field.DESTINATION_PORT);
  }

  @Override
  public Function<SetView, SetView> apply(String name) {
    boolean touched = grown.contains(name) || shrunk.contains(name);
    return touched ? view -> new View(name, view) : view -> view;
  }

  private final class View implements SetView {

    private final String name;
    private final SetView before;

    View(String name, SetView before) {
      this.name = name;
      this.before = before;
    }

    @Override
    public Truth contains(PacketView packet, List<Side> sides, boolean nomatch) {
      Truth truth = own.getOrDefault(name, before).contains(packet, sides, nomatch);
      for (Done change : done) {
        boolean same =
            change.set().equals(name)
                && change.sides().equals(sides)
                && change.ports() == ports(packet)
                && Objects.equals(change.source(), packet.source())
                && Objects.equals(change.destination(), packet.destination());
        if (same) {
          return truth;
        }
      }
      boolean sure = truth == Truth.YES ? !shrunk.contains(name) : !grown.contains(name);
      return sure ? truth : Truth.UNKNOWN;
    }

    @Override
    public boolean mayCount() {
      return before.mayCount();
    }

    @Override
    public Mark mark(PacketView packet, List<Side> sides) {
      return null;
    }
  }
}
