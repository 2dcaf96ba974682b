package io.github.chainbook.topology.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Flow.Part;
import io.github.chainbook.topology.Place;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ways of flows mean; what is wrong with them is in {@code errors.golden}. */
class FlowTextTest {

  private static final String NAMESPACES =
      """
      network-namespaces:
        a: { processes: { p: } }
        b: { processes: { p: { listens: [80] } } }
        both: {}
        "<script>": {}
        "{x}": {}
        "]]": {}
      services:
        both: { address: 10.96.0.1, endpoints: [b] }
        web: { address: 10.96.0.2, endpoints: [b] }
      flows:
        - '%s'
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a -> b:80 | a > namespace b:80",
        "a->b:80 | a > namespace b:80",
        "a/p  ->  b:80 | a/p > namespace b:80",
        "a -> web:80 | a > service web:80",
        "a -> both:80 | a > service both:80",
        "a -> ns/both:80 | a > namespace both:80",
        "a -> 10.0.0.9:80 | a > address 10.0.0.9:80",
        "a -> [2001:db8::9]:80 | a > address 2001:db8::9:80",
        "a -> b:80 -> 2001:db8::9 | a > namespace b:80 > address 2001:db8::9:80",
        "a -> b:80 -> web -> both:81 -> b | a > namespace b:80 > service web:80 > service both:81 > namespace b:81",
        "a -> :15006 -> b:80 | a > claim :15006 > namespace b:80",
        "a -> /p -> b:80 -> /p:80 | a > claim /p > namespace b:80 > claim /p:80",
        "a -> b/p -> b:80 -> b/p:80 | a > claim b/p > namespace b:80 > claim b/p:80",
        "a -> <script>:80 -> {x} -> ]] | a > namespace <script>:80 > namespace {x}:80 > namespace ]]:80",
      })
  void reads(String text, String meaning) {
    TopologyReading reading = new Declarations().read(NAMESPACES.formatted(text));

    assertThat(reading.diagnostics()).isEmpty();
    assertThat(shown(reading.topology().flows().get(0))).isEqualTo(meaning);
  }

  private static String shown(Flow flow) {
    return flow.namespace()
        + flow.process().map(p -> "/" + p).orElse("")
        + flow.parts().stream().map(part -> " > " + shown(part)).collect(Collectors.joining());
  }

  private static String shown(Part part) {
    if (part instanceof Part.Claim claim) {
      String process = claim.process().map(p -> "/" + p).orElse("");
      String port = claim.port().isPresent() ? ":" + claim.port().getAsInt() : "";
      return "claim " + claim.namespace().orElse("") + process + port;
    }
    Place place = ((Part.To) part).place();
    String target =
        place.target() instanceof Place.Target.OfNamespace n
            ? "namespace " + n.name()
            : place.target() instanceof Place.Target.OfService s
                ? "service " + s.name()
                : "address " + ((Place.Target.OfAddress) place.target()).address();
    return target + ":" + place.port().getAsInt();
  }
}
