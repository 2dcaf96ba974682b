package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.Tables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * From which hooks the chains of a table can be reached by jumps and gotos, whatever the rules on
 * the way ask. A chain that is missing here is reached from none. What stands behind a rule that
 * ends the walk for every packet is never reached; {@code mark_source_chains} of the kernel's
 * {@code ip_tables.c}.
 */
public final class Reachability {

  /** A chain, what it leads to, and what is known of it while the table is walked. */
  private static final class Node {
    private final Chain chain;
    private final int reached;
    private final List<Node> next = new ArrayList<>(0);
    private final List<Rule> by = new ArrayList<>(0);
    private int hooks;
    private boolean onPath;

    Node(Chain chain) {
      this.chain = chain;
      this.reached = reachedRules(chain);
    }
  }

  /** A node on the way, and how many of its jumps are done. */
  private static final class Step {
    private final Node node;
    private int done;

    Step(Node node) {
      this.node = node;
    }
  }

  private final Map<String, Node> nodes;
  private final List<Jump> loops = new ArrayList<>();
  private final Map<Integer, Set<String>> sets = new ConcurrentHashMap<>();

  /** Follows the jumps of a table. */
  public Reachability(Table table) {
    nodes = new HashMap<>(table.chains().size() * 2);
    table.chains().forEach(chain -> nodes.put(chain.name(), new Node(chain)));
    nodes.values().forEach(this::connect);
    for (int hook = 0; hook < Tables.HOOKS.size(); hook++) {
      Node start = nodes.get(Tables.HOOKS.get(hook));
      if (start != null && start.chain.builtIn()) {
        follow(start, 1 << hook);
      }
    }
  }

  private void connect(Node node) {
    List<Rule> rules = node.chain.rules();
    for (int i = 0; i < node.reached; i++) {
      String name = rules.get(i).body().leadsTo();
      Node to = name == null ? null : nodes.get(name);
      if (to != null) {
        node.next.add(to);
        node.by.add(rules.get(i));
      }
    }
  }

  private void follow(Node start, int hook) {
    Deque<Step> path = new ArrayDeque<>();
    enter(start, hook, path);
    while (!path.isEmpty()) {
      Step step = path.peek();
      if (step.done == step.node.next.size()) {
        path.pop().node.onPath = false;
        continue;
      }
      Node to = step.node.next.get(step.done);
      Rule by = step.node.by.get(step.done++);
      if (to.onPath) {
        addLoop(new Jump(step.node.chain, by));
      } else {
        enter(to, hook, path);
      }
    }
  }

  private static void enter(Node node, int hook, Deque<Step> path) {
    if ((node.hooks & hook) == 0) {
      node.hooks |= hook;
      node.onPath = true;
      path.push(new Step(node));
    }
  }

  private void addLoop(Jump jump) {
    boolean known =
        loops.stream().anyMatch(l -> l.from() == jump.from() && l.rule() == jump.rule());
    if (!known) {
      loops.add(jump);
    }
  }

  /** The names of the hooks from which this chain can be reached. */
  public Set<String> hooksOf(String chain) {
    Node node = nodes.get(chain);
    return node == null ? Set.of() : sets.computeIfAbsent(node.hooks, Reachability::names);
  }

  private static Set<String> names(int hooks) {
    Set<String> names = new TreeSet<>();
    for (int hook = 0; hook < Tables.HOOKS.size(); hook++) {
      if ((hooks >> hook & 1) != 0) {
        names.add(Tables.HOOKS.get(hook));
      }
    }
    return Collections.unmodifiableSet(names);
  }

  /** How many rules of a chain, from its first on, stand before or at one that ends every walk. */
  public static int reachedRules(Chain chain) {
    int index = 0;
    for (Rule rule : chain.rules()) {
      index++;
      if (rule.body().endsEveryWalk()) {
        return index;
      }
    }
    return index;
  }

  /** The rules that lead back into a chain which leads to them, on a way from a hook. */
  public List<Jump> loops() {
    return List.copyOf(loops);
  }
}
