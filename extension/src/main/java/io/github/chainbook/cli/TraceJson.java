package io.github.chainbook.cli;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.value.Address;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Traces as JSON, in the form of the kernel harness; an object a line. */
final class TraceJson {

  private final JsonBytes json;

  /** What a rule is as a step at each hook, and the end of a chain, which many packets come to. */
  private final Map<Object, byte[][]> steps = new IdentityHashMap<>();

  private Object caseId;
  private String backend;

  TraceJson(JsonBytes json) {
    this.json = json;
  }

  /** Begins a case. */
  void start(Object id, Backend with) {
    caseId = id;
    backend = with.word();
  }

  /** Whether the case loaded, and with which addresses. */
  void head(Optional<String> error, int packets, Map<String, List<String>> ips) throws IOException {
    json.begin('{');
    json.field("type", "case");
    value("case", caseId);
    json.field("backend", backend);
    json.field("ok", error.isEmpty());
    if (error.isPresent()) {
      json.field("error", error.get());
    }
    json.field("packets", packets);
    if (error.isEmpty()) {
      json.name("addrs");
      json.begin('{');
      for (Map.Entry<String, List<String>> entry : ips.entrySet()) {
        json.anyName(entry.getKey());
        strings(entry.getValue());
      }
      json.end('}');
    }
    json.end('}');
    json.line();
  }

  /** What became of a packet. */
  void packet(Object id, Trace trace) throws IOException {
    begin(id);
    trace(trace);
    json.end('}');
    json.line();
  }

  /** Why there is no trace of a packet. */
  void error(Object id, String message) throws IOException {
    begin(id);
    json.field("error", message);
    json.end('}');
    json.line();
  }

  private void begin(Object id) throws IOException {
    json.begin('{');
    json.field("type", "packet");
    value("case", caseId);
    value("id", id);
    json.field("backend", backend);
  }

  private void value(String name, Object value) throws IOException {
    json.name(name);
    if (value instanceof Number number) {
      json.word(number.toString());
    } else {
      json.string(value == null ? null : value.toString());
    }
  }

  private void strings(List<String> texts) throws IOException {
    json.begin('[');
    for (String text : texts) {
      json.string(text);
    }
    json.end(']');
  }

  private void trace(Trace trace) throws IOException {
    json.field("verdict", trace.verdict());
    if (trace.verdict() == Verdict.UNDECIDED) {
      undecided(trace);
      return;
    }
    by(trace);
    json.name("trace");
    json.begin('[');
    for (TraceStep step : trace.steps()) {
      json.written(written(step));
    }
    json.end(']');
    hooks(trace.hooks());
    if (trace.last() != null) {
      header(trace.last());
      nat(trace);
    }
    if (trace.response().isPresent()) {
      json.field("response", trace.response().get());
    }
    if (trace.note().isPresent()) {
      json.field("note", trace.note().get());
    }
  }

  private void undecided(Trace trace) throws IOException {
    json.name("branches");
    json.begin('[');
    for (Trace branch : trace.branches()) {
      json.begin('{');
      json.name("if");
      strings(branch.conditions());
      if (branch.share().isPresent()) {
        json.name("share");
        json.word(String.valueOf(branch.share().getAsDouble()));
      }
      trace(branch);
      json.end('}');
    }
    json.end(']');
    if (trace.note().isPresent()) {
      json.field("note", trace.note().get());
    }
  }

  private void by(Trace trace) throws IOException {
    json.name("by");
    if (trace.by().isEmpty()) {
      json.string(null);
      return;
    }
    TraceStep step = trace.by().get();
    json.begin('{');
    json.field("table", step.table());
    json.field("chain", step.chain());
    if (step.rule().isPresent()) {
      json.field("rule", step.rule().get().number());
    }
    json.field("type", step.type().word());
    json.end('}');
  }

  private byte[] written(TraceStep step) throws IOException {
    Object what = step.rule().isPresent() ? step.rule().get() : step;
    byte[][] atHooks = steps.computeIfAbsent(what, w -> new byte[Hook.values().length][]);
    int hook = step.hook().ordinal();
    if (atHooks[hook] == null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      JsonBytes small = new JsonBytes(bytes, JsonBytes.SMALL);
      write(step, small);
      small.flush();
      atHooks[hook] = bytes.toByteArray();
    }
    return atHooks[hook];
  }

  private static void write(TraceStep step, JsonBytes json) throws IOException {
    json.begin('{');
    json.field("hook", step.hook());
    json.field("table", step.table());
    json.field("chain", step.chain());
    json.field("type", step.type().word());
    if (step.rule().isPresent()) {
      Rule rule = step.rule().get();
      json.field("rule", rule.number());
      json.field("target", step.target().orElse(null));
      json.field("text", ("-A " + step.chain() + " " + RuleText.of(rule)).trim());
    }
    if (step.policy() != null) {
      json.field("policy", step.policy());
    }
    json.end('}');
  }

  private void hooks(List<HookPassage> hooks) throws IOException {
    json.name("hooks");
    json.begin('[');
    for (HookPassage hook : hooks) {
      json.begin('{');
      json.field("hook", hook.hook());
      json.field("in", hook.in());
      json.field("out", hook.out());
      if (hook.passed()) {
        json.field("passed", true);
      }
      json.end('}');
    }
    json.end(']');
  }

  private void header(Header header) throws IOException {
    json.name("final");
    json.begin('{');
    address("src", header.source());
    address("dst", header.destination());
    port("sport", header.sourcePort());
    port("dport", header.destinationPort());
    number("mark", header.mark());
    number("tos", header.tos());
    number("ttl", header.ttl());
    json.field("in", header.in());
    json.field("out", header.out());
    json.end('}');
  }

  private void address(String name, Address address) throws IOException {
    json.name(name);
    if (address == null) {
      json.string("*");
    } else {
      json.address(address);
    }
  }

  private void port(String name, int port) throws IOException {
    if (port == Header.NOT_KNOWN) {
      json.field(name, "*");
    } else {
      number(name, port);
    }
  }

  private void number(String name, long number) throws IOException {
    if (number < 0) {
      json.field(name, (String) null);
    } else {
      json.field(name, number);
    }
  }

  private void nat(Trace trace) throws IOException {
    Optional<Endpoint> from = trace.sourceChange();
    Optional<Endpoint> to = trace.destinationChange();
    json.name("nat");
    if (from.isEmpty() && to.isEmpty()) {
      json.string(null);
      return;
    }
    json.begin('{');
    if (from.isPresent()) {
      json.field("src", from.get().toString());
    }
    if (to.isPresent()) {
      json.field("dst", to.get().toString());
    }
    json.end('}');
  }
}
