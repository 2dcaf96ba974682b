package io.github.chainbook.cli;

import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.xtables.packet.Hook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Steps and hooks of traces as JSON. Many packets of a case come to the same, written once. */
final class StepJson {

  /** What a rule, or the end of a chain at a hook, is. */
  private static final class Written {
    private final byte[][] atHooks = new byte[Hook.values().length][];
    private byte[] decider;
  }

  /** Writes something. */
  interface Writing {
    void to(JsonBytes json) throws IOException;
  }

  private final Map<Object, Written> steps = new IdentityHashMap<>();
  private final Map<HookPassage, byte[]> passages = new HashMap<>();

  /** A step of a packet's way. */
  byte[] step(TraceStep step) throws IOException {
    Written written = of(step);
    int hook = step.hook().ordinal();
    if (written.atHooks[hook] == null) {
      written.atHooks[hook] = bytes(json -> write(step, json));
    }
    return written.atHooks[hook];
  }

  /** A step as what decided over a packet. */
  byte[] decider(TraceStep step) throws IOException {
    Written written = of(step);
    if (written.decider == null) {
      written.decider = bytes(json -> writeDecider(step, json));
    }
    return written.decider;
  }

  private Written of(TraceStep step) {
    Object what = step.rule().isPresent() ? step.rule().get() : step;
    Written written = steps.get(what);
    if (written == null) {
      written = new Written();
      steps.put(what, written);
    }
    return written;
  }

  /** That a packet came to a hook. */
  byte[] passage(HookPassage passage) throws IOException {
    byte[] written = passages.get(passage);
    if (written == null) {
      written = bytes(json -> write(passage, json));
      passages.put(passage, written);
    }
    return written;
  }

  /** What is written by this. */
  static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonBytes json = new JsonBytes(bytes, JsonBytes.SMALL);
    writing.to(json);
    json.flush();
    return bytes.toByteArray();
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

  private static void writeDecider(TraceStep step, JsonBytes json) throws IOException {
    json.begin('{');
    json.field("table", step.table());
    json.field("chain", step.chain());
    if (step.rule().isPresent()) {
      json.field("rule", step.rule().get().number());
    }
    json.field("type", step.type().word());
    json.end('}');
  }

  private static void write(HookPassage passage, JsonBytes json) throws IOException {
    json.begin('{');
    json.field("hook", passage.hook());
    json.field("in", passage.in());
    json.field("out", passage.out());
    if (passage.passed()) {
      json.field("passed", true);
    }
    json.end('}');
  }
}
