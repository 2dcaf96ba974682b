package io.github.chainbook.figure.table;

import io.github.chainbook.figure.ChainNames;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds chains that are alike, of which programs make one for each of something, as kube-proxy does
 * for each endpoint of a Service.
 */
public final class ChainFamilies {

  private final int least;
  private final Predicate<Chain> apart;

  /**
   * A way to look for families.
   *
   * @param least how many chains a family has at least, from 2; {@link Integer#MAX_VALUE} for none
   * @param apart chains that are always shown by themselves
   */
  public ChainFamilies(int least, Predicate<Chain> apart) {
    this.least = Math.max(2, least);
    this.apart = apart;
  }

  /**
   * What chains have to share: how their names begin, and of what forms their rules are.
   *
   * @param beginning the name up to one of its last - or _
   * @param forms the forms in order
   */
  private record Likeness(String beginning, List<Shape> forms) {}

  /**
   * Puts chains that are alike together, where the first of them stood; each chain is in exactly
   * one family.
   */
  public List<ChainFamily> of(List<Chain> chains) {
    if (chains.size() < least) {
      return chains.stream().map(ChainFamily::alone).toList();
    }
    Map<String, String> beginnings = new HashMap<>();
    Map<String, List<Chain>> ofChain = new HashMap<>();
    // Who shares less of a name has to be alike to more than those that share more of it.
    for (int parts = 1; parts <= ChainNames.MOST_PARTS; parts++) {
      alike(chains, parts, beginnings, ofChain);
    }
    List<ChainFamily> families = new ArrayList<>();
    // Few that are alike stay where they stood, among the others.
    for (Chain chain : chains) {
      List<Chain> members = ofChain.getOrDefault(chain.name(), List.of());
      if (members.isEmpty()) {
        families.add(ChainFamily.alone(chain));
      } else if (members.get(0) == chain) {
        families.add(family(beginnings.get(chain.name()) + "*", members));
      }
    }
    return families;
  }

  // Finds families among the chains that have none yet.
  private void alike(
      List<Chain> chains,
      int parts,
      Map<String, String> beginnings,
      Map<String, List<Chain>> ofChain) {
    Map<Likeness, List<Chain>> alike = new HashMap<>();
    for (Chain chain : chains) {
      if (!ofChain.containsKey(chain.name())) {
        likeness(chain, parts)
            .ifPresent(l -> alike.computeIfAbsent(l, k -> new ArrayList<>()).add(chain));
      }
    }
    alike.forEach(
        (likeness, members) -> {
          if (members.size() >= least) {
            members.forEach(
                chain -> {
                  beginnings.put(chain.name(), likeness.beginning());
                  ofChain.put(chain.name(), members);
                });
          }
        });
  }

  private Optional<Likeness> likeness(Chain chain, int parts) {
    return ChainNames.beginning(chain.name(), parts)
        .filter(beginning -> beginning.length() >= 2 && !chain.builtIn() && !apart.test(chain))
        .map(b -> new Likeness(b, chain.rules().stream().map(Shape::of).toList()));
  }

  private static ChainFamily family(String name, List<Chain> members) {
    List<RunPattern> patterns = new ArrayList<>();
    for (int i = 0; i < members.get(0).rules().size(); i++) {
      int number = i;
      List<Rule> rules = members.stream().map(chain -> chain.rules().get(number)).toList();
      patterns.add(RunPattern.of(rules));
    }
    return new ChainFamily(name, members, patterns);
  }
}
