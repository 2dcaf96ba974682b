package io.github.chainbook.cli;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.xtables.value.Address;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Traces as JSON, in the form of the kernel harness; an object a line. */
final class TraceJson {

  private final JsonBytes json;

  private final StepJson parts = new StepJson();

  private Object caseId;
  private String backend;

  /** How each line of a packet begins, up to its id. */
  private byte[] opening;

  TraceJson(JsonBytes json) {
    this.json = json;
  }

  /** Begins a case. */
  void start(Object id, Backend with) throws IOException {
    caseId = id;
    backend = with.word();
    opening =
        StepJson.bytes(
            small -> {
              small.begin('{');
              small.field("type", "packet");
              value(small, "case", caseId);
            });
  }

  /** Whether the case loaded, and with which addresses. */
  void head(Optional<String> error, int packets, Map<String, List<String>> ips) throws IOException {
    json.begin('{');
    json.field("type", "case");
    value(json, "case", caseId);
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
    json.opened(opening);
    value(json, "id", id);
    json.field("backend", backend);
  }

  private static void value(JsonBytes json, String name, Object value) throws IOException {
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
      json.written(parts.step(step));
    }
    json.end(']');
    json.name("hooks");
    json.begin('[');
    for (HookPassage passage : trace.hooks()) {
      json.written(parts.passage(passage));
    }
    json.end(']');
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
    if (trace.by().isPresent()) {
      json.written(parts.decider(trace.by().get()));
    } else {
      json.string(null);
    }
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
