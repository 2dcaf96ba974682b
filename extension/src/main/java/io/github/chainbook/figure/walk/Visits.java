package io.github.chainbook.figure.walk;

import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.outline.Outline;
import io.github.chainbook.netfilter.outline.Unmatched;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a packet met, from the ways that it may take. */
final class Visits {

  /** A table at a hook, and the chains that were entered there, in order. */
  static final class Stop {
    final Hook hook;
    final String table;
    final int visit;
    final Map<String, Seen> chains = new LinkedHashMap<>();
    final List<HookPassage> passages = new ArrayList<>();
    boolean certain;

    Stop(Hook hook, String table, int visit) {
      this.hook = hook;
      this.table = table;
      this.visit = visit;
    }
  }

  /** What was seen of a chain. */
  static final class Seen {
    final Map<Integer, Sighting> rules = new HashMap<>();
    final Sighting policy;
    final Sighting end;
    private final Messages words;

    /** Where the rows of rules that lead to chains lead, by their labels. */
    final Map<String, String> leads = new HashMap<>();

    String policyWord = "";
    boolean certain;

    Seen(Messages words) {
      this.words = words;
      this.policy = new Sighting(words);
      this.end = new Sighting(words);
    }

    Sighting rule(int number) {
      return rules.computeIfAbsent(number, n -> new Sighting(words));
    }
  }

  private final Ruleset ruleset;
  private final Messages words;
  private final List<Stop> stops = new ArrayList<>();

  /** Pairs of stops that follow each other, and whether they do so on all ways. */
  private final Map<List<Stop>, Boolean> passages = new LinkedHashMap<>();

  private int ways;
  private int at;
  private int number;
  private int certain;

  Visits(Ruleset ruleset, Messages words) {
    this.ruleset = ruleset;
    this.words = words;
  }

  List<Stop> stops() {
    return stops;
  }

  /** How many ways there are. */
  int ways() {
    return ways;
  }

  Map<List<Stop>, Boolean> passages() {
    return passages;
  }

  /** Takes in what a trace says, and what each of its branches says. */
  void add(Trace trace) {
    boolean known = trace.isDecided() || trace.branches().isEmpty();
    for (Trace way : known ? List.of(trace) : trace.branches()) {
      ways++;
      at = 0;
      number = 0;
      certain = trace.steps().size();
      walk(way);
    }
  }

  private void walk(Trace way) {
    Stop before = null;
    Map<String, Integer> visits = new HashMap<>();
    for (Outline.HookPart hook : Outline.of(way).hooks()) {
      for (Outline.TablePart table : hook.tables()) {
        String key = hook.passage().hook() + " " + table.name();
        int visit = visits.merge(key, 1, Integer::sum);
        Stop stop = stop(hook.passage().hook(), table.name(), visit, before);
        boolean sure = at < certain;
        stop.certain |= sure;
        stop.passages.add(hook.passage());
        if (before != null) {
          passages.merge(List.of(before, stop), sure, Boolean::logicalOr);
        }
        visit(stop, hook.passage().hook().name(), table.steps(), sure);
        before = stop;
      }
    }
  }

  // What is sent to a group of hosts may come to a table twice, once as a copy. A stop that only
  // this
  // way has stands behind the one before it.
  private Stop stop(Hook hook, String table, int visit, Stop before) {
    for (Stop stop : stops) {
      if (stop.hook == hook && stop.table.equals(table) && stop.visit == visit) {
        return stop;
      }
    }
    Stop stop = new Stop(hook, table, visit);
    stops.add(before == null ? 0 : stops.indexOf(before) + 1, stop);
    return stop;
  }

  private void visit(Stop stop, String name, List<Outline.Node> steps, boolean entered) {
    Seen seen = stop.chains.computeIfAbsent(name, n -> new Seen(words));
    seen.certain |= entered;
    Optional<Chain> chain = ruleset.table(stop.table).flatMap(t -> t.chain(name));
    for (int i = 0; i < steps.size(); i++) {
      if (chain.isPresent()) {
        for (Rule rule : Unmatched.before(steps, i, chain.get())) {
          seen.rule(rule.number()).miss(ways);
        }
      }
      TraceStep step = steps.get(i).step();
      boolean sure = at++ < certain;
      switch (step.type()) {
        case POLICY -> {
          seen.policyWord = step.policy();
          seen.policy.meet(step, ++number, sure);
        }
        case RETURN -> seen.end.meet(step, 0, sure);
        case RULE -> {
          Rule rule = step.rule().orElseThrow();
          seen.rule(rule.number()).meet(step, ++number, sure);
          if (rule.leadsTo().isPresent()) {
            visit(stop, rule.leadsTo().get(), steps.get(i).below(), sure);
          }
        }
      }
    }
  }
}
