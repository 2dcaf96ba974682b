package io.github.chainbook.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.yaml.YamlValue.Mapping;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema that is published: it is one, and says what editors show. */
class SchemaCheckTest {

  private static String schema() throws IOException {
    try (InputStream in =
        SchemaCheckTest.class.getResourceAsStream(
            "/io/github/chainbook/topology/reading/topology.schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void itIsASchemaOfDraft202012() throws IOException {
    var validator =
        new ValidatorFactory().withJsonNodeFactory(new SnakeYamlNode.Factory()).createValidator();
    var meta = URI.create("https://json-schema.org/draft/2020-12/schema");

    assertThat(validator.validate(meta, schema()).getErrors()).isEmpty();
  }

  @Test
  void eachKeySaysWhatItIsFor() throws IOException {
    Mapping root = (Mapping) new YamlReader().read(SourceText.of("s", schema())).root().get();
    List<String> without = new ArrayList<>();
    int keys = look(root, root, without);

    assertThat(keys).isGreaterThan(40);
    assertThat(without).isEmpty();
  }

  // How many keys there are; those without a title or description are collected.
  private static int look(Mapping root, YamlValue at, List<String> without) {
    int keys = 0;
    if (at instanceof Mapping mapping) {
      for (YamlValue.Entry entry : mapping.entries().values()) {
        keys += look(root, entry.value(), without);
      }
      YamlValue.Entry properties = mapping.entries().get("properties");
      if (properties != null && properties.value() instanceof Mapping all) {
        for (YamlValue.Entry entry : all.entries().values()) {
          keys++;
          for (String word : List.of("title", "description")) {
            if (!says((Mapping) entry.value(), root, word)) {
              without.add(entry.key().text() + " has no " + word);
            }
          }
        }
      }
    }
    return keys;
  }

  private static boolean says(Mapping schema, Mapping root, String word) {
    YamlValue.Entry reference = schema.entries().get("$ref");
    return schema.entries().containsKey(word)
        || reference != null
            && ((Mapping)
                    SchemaTree.find(
                        root, SchemaTree.steps(((Scalar) reference.value()).text().substring(1))))
                .entries()
                .containsKey(word);
  }
}
