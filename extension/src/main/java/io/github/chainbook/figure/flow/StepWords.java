package io.github.chainbook.figure.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.TraceStep.Change;
import io.github.chainbook.netfilter.outline.Traces;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is said of a step that did something to a packet. */
public final class StepWords {

  private StepWords() {}

  /** {@code REDIRECT → :15006}, {@code DROP}, {@code policy DROP}. */
  public static String action(TraceStep step, Messages words) {
    if (step.rule().isEmpty()) {
      return words.text("figure.policy", "policy", step.policy());
    }
    String target = step.target().orElseGet(() -> words.text("row.counts"));
    String onward = Effect.isTproxy(step) ? tproxy(step) : "";
    List<String> results = new ArrayList<>();
    if (!onward.isEmpty()) {
      results.add(onward);
    }
    step.changes().forEach(change -> results.add(shown(target, change, words)));
    return results.isEmpty()
        ? target
        : target + " → " + new Lists(words).joined("join.items", results);
  }

  /** {@code ISTIO_IN_REDIRECT 1}; of a policy the chain. */
  public static String rule(TraceStep step) {
    return step.chain() + step.rule().map(rule -> " " + rule.number()).orElse("");
  }

  /** {@code redirects it to port 15006}. */
  static String verb(TraceStep step, Messages words) {
    List<String> verbs = new ArrayList<>();
    step.changes().forEach(change -> verbs.add(verb(step, change, words)));
    if (Effect.isTproxy(step)) {
      verbs.add(words.text("does.hand", "to", place(tproxy(step), words)));
    }
    if (verbs.isEmpty()) {
      String word = step.rule().isEmpty() ? step.policy() : step.target().orElse("");
      verbs.add(
          switch (word) {
            case "DROP" -> words.text("does.drop");
            case "REJECT" -> words.text("does.refuse");
            default -> words.text("does.end", "target", word);
          });
    }
    return new Lists(words).joined("join.does", verbs);
  }

  private static String verb(TraceStep step, Change change, Messages words) {
    String what = Traces.changed(change.what(), words);
    if (change.to() instanceof Endpoint) {
      String to = place(result(change, words), words);
      return step.target().filter("REDIRECT"::equals).isPresent()
          ? words.text("does.redirect", "to", to)
          : words.text("does.change", "what", what, "to", to);
    }
    return words.text("does.set", "what", what, "value", change.to().toString());
  }

  private static String place(String to, Messages words) {
    return to.startsWith(":") ? words.text("place.port", "port", to.substring(1)) : to;
  }

  private static String shown(String target, Change change, Messages words) {
    boolean said = change.what().equalsIgnoreCase(target);
    return said ? change.to().toString() : result(change, words);
  }

  private static String result(Change change, Messages words) {
    if (!(change.to() instanceof Endpoint to)) {
      return Traces.change(change, words);
    }
    boolean sameAddress =
        change.from() instanceof Endpoint from
            && (from.address() == null
                ? to.address() == null
                : from.address().equals(to.address()));
    boolean loopback = to.address() != null && Names.isLoopback(to.address());
    if (to.port() > 0 && (sameAddress || loopback)) {
      return ":" + to.port();
    }
    // The port that a source is given is chosen when the packet leaves; a star says nothing.
    return to.port() > 0 ? to.toString() : new Endpoint(to.address(), Header.NO_PORT).toString();
  }

  // Its options are what it does: the packet itself stays as it is.
  private static String tproxy(TraceStep step) {
    var options = step.rule().flatMap(rule -> rule.target()).orElseThrow().options();
    String address = option(options, "--on-ip");
    String port = option(options, "--on-port");
    boolean here = address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
    return (here ? "" : address) + (port.isEmpty() || port.equals("0") ? "" : ":" + port);
  }

  private static String option(List<io.github.chainbook.xtables.RuleOption> options, String name) {
    return options.stream()
        .filter(option -> option.name().equals(name))
        .flatMap(option -> option.words().stream())
        .collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT);
  }
}
