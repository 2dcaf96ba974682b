package io.github.chainbook.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.machine.InterfaceAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What became of a packet on each machine of a {@link Lab}. */
final class Seen {

  private final Map<Lab.Kind, Trace> traces;

  Seen(Map<Lab.Kind, Trace> traces) {
    this.traces = traces;
  }

  private Seen is(String what, Object expected, Function<Trace, Object> found) {
    traces.forEach(
        (kind, trace) -> {
          Object here = expected instanceof String text ? kind.text(text) : expected;
          assertThat(found.apply(trace)).as(what + " " + kind + " " + steps(trace)).isEqualTo(here);
        });
    return this;
  }

  Seen verdict(String verdict) {
    return is("verdict", verdict, trace -> trace.verdict().name());
  }

  /** That it ended with ACCEPT. */
  Seen passes() {
    return verdict("ACCEPT");
  }

  Seen drops() {
    return verdict("DROP");
  }

  /** Which step decided: {@code filter INPUT 1}; "" for none. */
  Seen by(String step) {
    return is("by", step, trace -> trace.by().map(Seen::text).orElse(""));
  }

  /** All steps: {@code nat OUTPUT 1}, {@code nat U return}, {@code nat OUTPUT policy}. */
  Seen steps(String... steps) {
    return is("steps", Arrays.asList(steps), Seen::steps);
  }

  /** The rules that matched. */
  Seen rules(String... rules) {
    return is(
        "rules",
        Arrays.asList(rules),
        trace -> steps(trace).stream().filter(s -> s.matches(".* \\d+")).toList());
  }

  /** That this holds for its steps. */
  Seen is(java.util.function.Predicate<List<String>> steps) {
    traces
        .values()
        .forEach(
            trace -> assertThat(steps.test(steps(trace))).as(steps(trace).toString()).isTrue());
    return this;
  }

  /** The policies that it came to, with their tables. */
  Seen policies(String... policies) {
    return is(
        "policies",
        Arrays.asList(policies),
        trace ->
            steps(trace).stream()
                .filter(s -> s.endsWith(" policy"))
                .map(s -> s.substring(0, s.length() - 7))
                .toList());
  }

  /** Where it comes from at the end. */
  Seen from(String end) {
    return is("from", end, trace -> trace.last().from().toString());
  }

  /** Where it goes to at the end. */
  Seen to(String end) {
    return is("to", end, trace -> trace.last().to().toString());
  }

  /** That it goes to the address that an interface has which was given none. */
  Seen toStandardOf(String device, int port) {
    traces.forEach(
        (kind, trace) -> {
          var own = InterfaceAddress.standard(device).get(kind.family().ordinal()).address();
          assertThat(trace.last().to()).isEqualTo(new Endpoint(own, port));
        });
    return this;
  }

  /** What was translated: {@code src 1.2.3.4:5 dst 6.7.8.9:10}; "" for nothing. */
  Seen nat(String what) {
    return is(
        "nat",
        what,
        trace ->
            (trace.sourceChange().map(e -> "src " + e + " ").orElse("")
                    + trace.destinationChange().map(e -> "dst " + e).orElse(""))
                .strip());
  }

  Seen mark(long mark) {
    return is("mark", mark, trace -> trace.last().mark());
  }

  Seen tos(int tos) {
    return is("tos", tos, trace -> trace.last().tos());
  }

  Seen ttl(int ttl) {
    return is("ttl", ttl, trace -> trace.last().ttl());
  }

  /** The hooks with their interfaces: {@code OUTPUT -> eth0}, {@code INPUT lo ->}. */
  Seen hooks(String... hooks) {
    return is(
        "hooks", Arrays.asList(hooks), trace -> trace.hooks().stream().map(Seen::text).toList());
  }

  Seen response(String response) {
    return is("response", response, trace -> trace.response().orElse(""));
  }

  Seen note(String note) {
    return is("note", note, trace -> trace.note().orElse(""));
  }

  static String text(HookPassage hook) {
    String in = hook.in() == null ? "" : hook.in() + " ";
    String out = hook.out() == null ? "" : " " + hook.out();
    return hook.hook() + " " + in + "->" + out;
  }

  static String text(TraceStep step) {
    String place =
        step.rule().map(r -> String.valueOf(r.number())).orElseGet(() -> step.type().word());
    return step.table() + " " + step.chain() + " " + place;
  }

  static List<String> steps(Trace trace) {
    List<String> steps = new ArrayList<>();
    trace.steps().forEach(step -> steps.add(text(step)));
    return steps;
  }
}
