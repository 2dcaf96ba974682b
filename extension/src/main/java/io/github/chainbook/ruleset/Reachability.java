package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
    private int reached;
    private Node[] next;
    private int hooks;

    // Where the walk came from, and how many of the jumps are done.
    private boolean onPath;
    private Node before;
    private int done;

    Node(Chain chain) {
      this.chain = chain;
    }
  }

  private final NameMap<Node> nodes;
  private final List<Jump> loops = new ArrayList<>();
  private final List<Set<String>> sets = new ArrayList<>();

  /** Follows the jumps of a table. */
  public Reachability(Table table) {
    List<Chain> chains = table.chains();
    nodes = new NameMap<>(chains.size());
    for (Chain chain : chains) {
      nodes.put(chain.name(), new Node(chain));
    }
    for (int hook = 0; hook < Tables.HOOKS.size(); hook++) {
      Node start = nodes.get(Tables.HOOKS.get(hook));
      if (start != null && start.chain.builtIn()) {
        follow(start, 1 << hook);
      }
    }
    for (int hooks = 0; hooks < 1 << Tables.HOOKS.size(); hooks++) {
      sets.add(names(hooks));
    }
  }

  private void connect(Node node) {
    List<Rule> rules = node.chain.rules();
    Node[] next = new Node[rules.size()];
    int count = 0;
    node.reached = rules.size();
    for (int i = 0; i < node.reached; i++) {
      RuleBody rule = rules.get(i).body();
      Node to = rule.leadsTo() == null ? null : nodes.get(rule.leadsTo());
      if (to != null) {
        next[count++] = to;
      }
      if (rule.endsEveryWalk()) {
        node.reached = i + 1;
      }
    }
    node.next = Arrays.copyOf(next, count);
  }

  private void follow(Node start, int hook) {
    Node node = entered(start, null, hook);
    while (node != null) {
      if (node.done == node.next.length) {
        node.onPath = false;
        node = node.before;
        continue;
      }
      Node to = node.next[node.done++];
      if (to.onPath) {
        addLoop(new Jump(node.chain, jump(node, node.done)));
      } else if ((to.hooks & hook) == 0) {
        node = entered(to, node, hook);
      }
    }
  }

  private Node entered(Node node, Node before, int hook) {
    if (node.next == null) {
      connect(node);
    }
    node.hooks |= hook;
    node.onPath = true;
    node.before = before;
    node.done = 0;
    return node;
  }

  /** The rule that is the so manieth to lead elsewhere from a chain. */
  private Rule jump(Node node, int number) {
    int left = number;
    for (Rule rule : node.chain.rules()) {
      boolean leads = rule.body().leadsTo() != null && nodes.get(rule.body().leadsTo()) != null;
      left -= leads ? 1 : 0;
      if (left == 0) {
        return rule;
      }
    }
    throw new IllegalStateException("no jump " + number + " in " + node.chain.name());
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
    return node == null ? Set.of() : sets.get(node.hooks);
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

  /**
   * How many rules of a chain, from its first on, stand before or at one that ends every walk; 0
   * where the chain is not reached.
   */
  int reachedRules(String chain) {
    Node node = nodes.get(chain);
    return node == null ? 0 : node.reached;
  }

  /** The rules that lead back into a chain which leads to them, on a way from a hook. */
  public List<Jump> loops() {
    return List.copyOf(loops);
  }
}
