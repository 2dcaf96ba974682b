package io.github.chainbook.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.ruleset.RuleText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Traces as JSON, in the form of the kernel harness; an object a line. */
final class TraceJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private final JsonGenerator json;

  /** Most steps are the same objects for many packets, and so is their text. */
  private final Map<TraceStep, String> steps = new IdentityHashMap<>();

  TraceJson(Writer out) throws IOException {
    this.json = FACTORY.createGenerator(out);
    json.setRootValueSeparator(null);
  }

  /** Whether a case loaded, and with which addresses. */
  void head(
      Object id, String backend, Optional<String> error, int packets, Map<String, List<String>> ips)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "case");
    value("case", id);
    json.writeStringField("backend", backend);
    json.writeBooleanField("ok", error.isEmpty());
    if (error.isPresent()) {
      json.writeStringField("error", error.get());
    }
    json.writeNumberField("packets", packets);
    if (error.isEmpty()) {
      json.writeObjectFieldStart("addrs");
      for (Map.Entry<String, List<String>> entry : ips.entrySet()) {
        json.writeArrayFieldStart(entry.getKey());
        for (String address : entry.getValue()) {
          json.writeString(address);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    end();
  }

  /** What became of a packet. */
  void packet(Object caseId, Object id, String backend, Trace trace) throws IOException {
    start(caseId, id, backend);
    trace(trace);
    json.writeEndObject();
    end();
  }

  /** Why there is no trace of a packet. */
  void error(Object caseId, Object id, String backend, String message) throws IOException {
    start(caseId, id, backend);
    json.writeStringField("error", message);
    json.writeEndObject();
    end();
  }

  void flush() throws IOException {
    json.flush();
  }

  private void end() throws IOException {
    json.writeRaw('\n');
  }

  private void start(Object caseId, Object id, String backend) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "packet");
    value("case", caseId);
    value("id", id);
    json.writeStringField("backend", backend);
  }

  private void value(String name, Object value) throws IOException {
    json.writeFieldName(name);
    if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }

  private void trace(Trace trace) throws IOException {
    json.writeStringField("verdict", trace.verdict().name());
    if (trace.verdict() == Verdict.UNDECIDED) {
      undecided(trace);
      return;
    }
    by(trace);
    json.writeArrayFieldStart("trace");
    for (TraceStep step : trace.steps()) {
      json.writeRawValue(steps.computeIfAbsent(step, TraceJson::text));
    }
    json.writeEndArray();
    hooks(trace.hooks());
    if (trace.last() != null) {
      header(trace.last());
      nat(trace);
    }
    if (trace.response().isPresent()) {
      json.writeStringField("response", trace.response().get());
    }
    if (trace.note().isPresent()) {
      json.writeStringField("note", trace.note().get());
    }
  }

  private void undecided(Trace trace) throws IOException {
    json.writeArrayFieldStart("branches");
    for (Trace branch : trace.branches()) {
      json.writeStartObject();
      json.writeArrayFieldStart("if");
      for (String condition : branch.conditions()) {
        json.writeString(condition);
      }
      json.writeEndArray();
      if (branch.share().isPresent()) {
        json.writeNumberField("share", branch.share().getAsDouble());
      }
      trace(branch);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (trace.note().isPresent()) {
      json.writeStringField("note", trace.note().get());
    }
  }

  private void by(Trace trace) throws IOException {
    json.writeFieldName("by");
    if (trace.by().isEmpty()) {
      json.writeNull();
      return;
    }
    TraceStep step = trace.by().get();
    json.writeStartObject();
    json.writeStringField("table", step.table());
    json.writeStringField("chain", step.chain());
    if (step.rule().isPresent()) {
      json.writeNumberField("rule", step.rule().get().number());
    }
    json.writeStringField("type", step.type().word());
    json.writeEndObject();
  }

  private static String text(TraceStep step) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("hook", step.hook().name());
      json.writeStringField("table", step.table());
      json.writeStringField("chain", step.chain());
      json.writeStringField("type", step.type().word());
      if (step.rule().isPresent()) {
        json.writeNumberField("rule", step.rule().get().number());
        json.writeStringField("target", step.target().orElse(null));
        String rule = RuleText.of(step.rule().get());
        json.writeStringField("text", ("-A " + step.chain() + " " + rule).trim());
      }
      if (step.policy() != null) {
        json.writeStringField("policy", step.policy());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString();
  }

  private void hooks(List<HookPassage> hooks) throws IOException {
    json.writeArrayFieldStart("hooks");
    for (HookPassage hook : hooks) {
      json.writeStartObject();
      json.writeStringField("hook", hook.hook().name());
      json.writeStringField("in", hook.in());
      json.writeStringField("out", hook.out());
      if (hook.passed()) {
        json.writeBooleanField("passed", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void header(Header header) throws IOException {
    json.writeObjectFieldStart("final");
    json.writeStringField("src", header.source() == null ? "*" : header.source().toString());
    json.writeStringField(
        "dst", header.destination() == null ? "*" : header.destination().toString());
    port("sport", header.sourcePort());
    port("dport", header.destinationPort());
    number("mark", header.mark());
    number("tos", header.tos());
    number("ttl", header.ttl());
    json.writeStringField("in", header.in());
    json.writeStringField("out", header.out());
    json.writeEndObject();
  }

  private void port(String name, int port) throws IOException {
    if (port == Header.NOT_KNOWN) {
      json.writeStringField(name, "*");
    } else {
      number(name, port);
    }
  }

  private void number(String name, long number) throws IOException {
    if (number < 0) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, number);
    }
  }

  private void nat(Trace trace) throws IOException {
    Optional<Endpoint> from = trace.sourceChange();
    Optional<Endpoint> to = trace.destinationChange();
    if (from.isEmpty() && to.isEmpty()) {
      json.writeNullField("nat");
      return;
    }
    json.writeObjectFieldStart("nat");
    if (from.isPresent()) {
      json.writeStringField("src", from.get().toString());
    }
    if (to.isPresent()) {
      json.writeStringField("dst", to.get().toString());
    }
    json.writeEndObject();
  }
}
