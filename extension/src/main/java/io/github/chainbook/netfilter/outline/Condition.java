package io.github.chainbook.netfilter.outline;

import io.github.chainbook.words.Saying;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must be so for a branch of a trace. The engine says it in English.
 *
 * @param test the test of a rule that it is about; empty where it is about none
 * @param saying what must be so, in the words of any language
 */
public record Condition(String test, Saying saying) {

  /**
   * What the engine says, and what stands for it.
   *
   * @param english an expression, whose groups are called as the slots
   * @param key the message
   * @param slots the slots
   */
  private record Form(Pattern english, String key, List<String> slots) {}

  private static final String TEST = "test";
  private static final String WHAT = "what";

  private static final List<Form> OF_TESTS =
      List.of(
          form("(?<test>.+) may not hold", "may-not-hold", TEST),
          form("(?<test>.+) does not hold", "does-not-hold", TEST),
          form("(?<test>.+) may hold", "may-hold", TEST),
          form("(?<test>.+) holds", "holds", TEST));

  private static final List<Form> OTHERS =
      List.of(
          form("not: (?<what>.+)", "not", WHAT),
          form("(?<test>.+) does not drop the packet", "does-not-drop", TEST),
          form("(?<test>.+) drops the packet", "drops", TEST),
          form("(?<test>-j \\S+) goes on", "goes-on", TEST),
          form("(?<test>-j \\S+) ends the chain", "ends-chain", TEST),
          form("(?<test>-j \\S+) accepts", "target-accepts", TEST),
          form("(?<test>-j \\S+) drops", "target-drops", TEST),
          form("the mark is not (?<value>\\S+)", "mark-is-not", "value"),
          form("the mark is (?<value>\\S+)", "mark-is", "value"),
          form("a socket takes what TPROXY sends to port (?<port>[0-9]+)", "socket-takes", "port"),
          form("a socket takes what TPROXY sends to port of its destination", "socket-takes-own"),
          form("no program listens to the queue of NFQUEUE", "no-queue"),
          form("table mangle changes the (?<field>[a-z ]+)", "mangle-changes", "field"),
          form("(?<field>[a-z ]+) is not (?<set>[0-9, -]+)", "field-is-not", "field", "set"),
          form("(?<field>[a-z ]+) is (?<set>[0-9, -]+)", "field-is", "field", "set"));

  private static Form form(String english, String key, String... slots) {
    return new Form(Pattern.compile(english), "condition." + key, List.of(slots));
  }

  /** A condition of a branch. */
  public static Condition of(String english) {
    for (Form form : OF_TESTS) {
      Matcher matcher = form.english().matcher(english);
      if (matcher.matches()) {
        return new Condition(matcher.group(TEST), Saying.of(form.key(), TEST, matcher.group(TEST)));
      }
    }
    return new Condition("", other(english));
  }

  private static Saying other(String english) {
    for (Form form : OTHERS) {
      Matcher matcher = form.english().matcher(english);
      if (matcher.matches()) {
        Saying said = Saying.of(form.key());
        for (String slot : form.slots()) {
          said = said.with(slot, value(slot, matcher.group(slot)));
        }
        return said;
      }
    }
    return Saying.of("condition.other", TEST, english);
  }

  private static Object value(String slot, String english) {
    return switch (slot) {
      case WHAT -> other(english);
      case "field" -> Saying.of("field." + english.replace(' ', '-'), Saying.OTHERWISE, english);
      default -> english;
    };
  }
}
