package io.github.chainbook.netfilter.outline;

import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Saying;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine says of a trace, in the words of a language. */
public final class Traces {

  private static final Pattern ADDRESS =
      Pattern.compile("(?<![^ ])(?:[0-9]+(?:[.][0-9]+){3}|[0-9a-f]*:[0-9a-f:.]*)(?![^ ,])");

  private Traces() {}

  /** A note of a trace; as the engine has it where the language has no words for it. */
  public static String note(String note, Messages messages) {
    return noted(note).in(messages);
  }

  /** A note of a trace, to be said: each address in it is a slot, a, b and so on. */
  public static Saying noted(String note) {
    Matcher matcher = ADDRESS.matcher(note);
    String text = matcher.replaceAll("address");
    String key = "note." + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    Saying said = Saying.of(key, Saying.OTHERWISE, note);
    matcher.reset();
    for (char slot = 'a'; matcher.find(); slot++) {
      said = said.with(String.valueOf(slot), matcher.group());
    }
    return said;
  }

  /** What a step changed: the name of a part of a packet. */
  public static String changed(String what, Messages messages) {
    return known("changed." + what.replace(' ', '-'), what, messages);
  }

  /** What a step changed, and into what; not for endpoints, of which a part may say all. */
  public static String change(TraceStep.Change change, Messages messages) {
    String what = changed(change.what(), messages);
    return messages.text("changed.to", "what", what, "value", change.to().toString());
  }

  private static String known(String key, String otherwise, Messages messages) {
    return messages.message(key).isPresent() ? messages.text(key) : otherwise;
  }
}
