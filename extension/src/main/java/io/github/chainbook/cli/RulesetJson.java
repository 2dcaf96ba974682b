package io.github.chainbook.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.chainbook.explain.Explanation;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Counters;
import io.github.chainbook.ruleset.Match;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.xtables.RuleOption;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A ruleset as one line of JSON in ASCII. A byte that was not UTF-8 is the lone surrogate {@code
 * \\udc80} to {@code \\udcff}, as Python writes and reads it. A match that stands without options
 * is an entry whose {@code option} is null.
 */
final class RulesetJson {

  private final JsonGenerator json;

  private RulesetJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the ruleset and a line end; does not close the stream. */
  static void write(Ruleset ruleset, OutputStream out) throws IOException {
    try (JsonGenerator generator = generator(out)) {
      new RulesetJson(generator).ruleset(ruleset);
      generator.writeRaw('\n');
    }
    out.flush();
  }

  /** Writes what rules do, a line for each. */
  static final class Explanations implements AutoCloseable {

    private final JsonGenerator json;

    /** Lines that go to a stream, which stays open. */
    Explanations(OutputStream out) throws IOException {
      json = generator(out);
    }

    /** Writes what a rule does as one line. */
    void write(Table table, Chain chain, Rule rule, Explanation explanation) throws IOException {
      json.writeStartObject();
      json.writeStringField("table", table.name());
      json.writeStringField("chain", chain.name());
      json.writeNumberField("rule", rule.number());
      json.writeStringField("text", RuleText.line(chain, rule));
      json.writeStringField("explanation", explanation.text());
      json.writeBooleanField("complete", explanation.complete());
      json.writeEndObject();
      json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
      json.close();
    }
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    JsonFactory factory =
        new JsonFactoryBuilder()
            .rootValueSeparator((String) null)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    // A writer, not a stream: Jackson's own UTF-8 encoder refuses lone surrogates.
    return factory.createGenerator(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
  }

  private void ruleset(Ruleset ruleset) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "ruleset");
    json.writeNumberField("version", 1);
    json.writeStringField("family", ruleset.family().word());
    json.writeArrayFieldStart("tables");
    for (Table table : ruleset.tables()) {
      json.writeStartObject();
      json.writeStringField("name", table.name());
      json.writeNumberField("line", table.line());
      json.writeArrayFieldStart("chains");
      for (Chain chain : table.chains()) {
        chain(chain);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void chain(Chain chain) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", chain.name());
    json.writeNumberField("line", chain.line());
    json.writeStringField("policy", chain.policy().orElse(null));
    counters(chain.counters());
    json.writeArrayFieldStart("rules");
    for (Rule rule : chain.rules()) {
      rule(chain, rule.inFull());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void rule(Chain chain, Rule rule) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", rule.number());
    json.writeNumberField("line", rule.position().line());
    json.writeStringField("text", RuleText.line(chain, rule));
    counters(rule.counters());
    json.writeArrayFieldStart("matches");
    for (Match match : rule.matches()) {
      match(match);
    }
    json.writeEndArray();
    if (rule.target().isPresent()) {
      target(rule.target().get());
    } else {
      json.writeNullField("target");
    }
    json.writeEndObject();
  }

  private void match(Match match) throws IOException {
    if (match.options().isEmpty()) {
      option(match.module(), null, List.of(), false);
    }
    for (RuleOption option : match.options()) {
      option(match.module(), option.name(), option.words(), option.negated());
    }
  }

  private void target(Target target) throws IOException {
    json.writeObjectFieldStart("target");
    json.writeStringField("name", target.name());
    json.writeStringField("kind", target.kind().word());
    json.writeArrayFieldStart("options");
    Optional<String> module = target.leadsToChain() ? Optional.empty() : Optional.of(target.name());
    for (RuleOption option : target.options()) {
      option(module, option.name(), option.words(), option.negated());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void option(Optional<String> module, String name, List<String> values, boolean negated)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("module", module.orElse(null));
    json.writeStringField("option", name);
    json.writeArrayFieldStart("values");
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
    json.writeBooleanField("negated", negated);
    json.writeEndObject();
  }

  private void counters(Optional<Counters> counters) throws IOException {
    if (counters.isEmpty()) {
      json.writeNullField("counters");
      return;
    }
    json.writeObjectFieldStart("counters");
    json.writeNumberField("packets", counters.get().packets());
    json.writeNumberField("bytes", counters.get().bytes());
    json.writeEndObject();
  }
}
