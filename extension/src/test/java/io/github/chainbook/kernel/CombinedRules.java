package io.github.chainbook.kernel;

import io.github.chainbook.GoldenFiles;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules that are made of pieces of {@code rules/*.rules}: what two rules ask of a packet, the
 * target of a third. Some of them are legal and some are not; one random number gives one dump.
 */
public final class CombinedRules {

  private static final Pattern TARGET = Pattern.compile("^(.*?)(?: ?(-[jg] \\S+(?: --.*)?))?$");
  private static final Pattern PROTOCOL = Pattern.compile("(?:! )?-p \\S+ ?");

  private final Family family;
  private final List<RuleLines> pool = new ArrayList<>();

  /** The pieces of all rules of this family that are accepted and that a kernel can load. */
  public CombinedRules(Family family) {
    this.family = family;
    for (GoldenFiles.Pair pair :
        GoldenFiles.pairs(RuleLinesTest.class, "rules", ".rules", ".saved")) {
      boolean general = !pair.name().startsWith("no-kernel") && !pair.name().startsWith("as-the");
      if (general && pair.name().endsWith(family.word())) {
        List<String> saved = pair.expected().lines().toList();
        List<RuleLines> lines = RuleLines.of(pair.name(), pair.input());
        for (int i = 0; i < lines.size(); i++) {
          // Several rules in a line, or what only 1.8.9 or only we accept, say nothing here.
          if (!saved.get(i).startsWith("refused") && saved.get(i).indexOf(" ; ") < 0) {
            pool.add(lines.get(i).withRule(saved.get(i).replaceFirst("^-A \\S+ ?", "")));
          }
        }
      }
    }
  }

  /** A dump of one table with up to five rules. */
  public String dump(Random random) {
    RuleLines first = pick(random);
    StringBuilder dump = new StringBuilder("*" + first.table() + "\n");
    dump.append(":U - [0:0]\n");
    for (int i = random.nextInt(5); i >= 0; i--) {
      String chain = random.nextInt(4) == 0 ? "U" : first.chain();
      dump.append("-A ").append(chain).append(' ').append(rule(random, first)).append('\n');
    }
    dump.append("-A ").append(hook(random, first.table())).append(" -j U\n");
    return dump.append("COMMIT\n").toString();
  }

  private static String hook(Random random, String table) {
    List<String> hooks = Tables.builtInChains(table);
    return hooks.get(random.nextInt(hooks.size()));
  }

  private String rule(Random random, RuleLines like) {
    String one = asks(pick(random).rule());
    String other =
        random.nextBoolean() ? "" : PROTOCOL.matcher(asks(pick(random).rule())).replaceAll("");
    RuleLines last = random.nextInt(3) == 0 ? pick(random) : sameTable(random, like);
    String target = random.nextInt(4) == 0 ? "-j ACCEPT" : target(last.rule());
    return (one + " " + other + " " + target).replaceAll(" +", " ").strip();
  }

  private RuleLines sameTable(Random random, RuleLines like) {
    for (int i = 0; i < 20; i++) {
      RuleLines line = pick(random);
      if (line.table().equals(like.table())) {
        return line;
      }
    }
    return like;
  }

  private RuleLines pick(Random random) {
    return pool.get(random.nextInt(pool.size()));
  }

  private static String asks(String rule) {
    Matcher matcher = TARGET.matcher(rule);
    return matcher.matches() ? matcher.group(1) : rule;
  }

  private static String target(String rule) {
    Matcher matcher = TARGET.matcher(rule);
    return matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
  }

  /** The family of its rules. */
  public Family family() {
    return family;
  }
}
