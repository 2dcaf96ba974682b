package io.github.chainbook.explain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

  private static final String RULES =
      """
      *nat
      :PREROUTING ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      :ISTIO_REDIRECT - [0:0]
      :SHOP-web - [0:0]
      -A OUTPUT -j ISTIO_REDIRECT
      -A OUTPUT -p tcp -m tcp --dport 8443 -j SHOP-web
      -A ISTIO_REDIRECT -p tcp -j REDIRECT --to-ports 15001
      -A SHOP-web ! -s 10.0.0.0/8 -p tcp -m tcp --dport 8443 -m comment --comment "<b>*x*</b>" -j RETURN
      COMMIT
      """;

  private static final String SHOP =
      """
      profile: shop
      title: Our shop
      recognise:
        - chain: SHOP-*
      chains:
        - { chain: "SHOP-{part}", note: "Part {part} of the shop." }
      rules:
        - { port: 8443, note: "8443 is the till." }
        - { chain: "SHOP-*", with: { "! -s": "10.0.0.0/8" }, note: "Not from `10.0.0.0/8`." }
        - { chain: "SHOP-*", comment: "{words}", note: "Said: `{words}`" }
      """;

  private final Profiles builtIn = Profiles.builtIn();
  private final Ruleset ruleset = ruleset(RULES);

  private static Ruleset ruleset(String text) {
    return new RulesetReader().read(SourceText.of("dump", text), Optional.empty()).ruleset();
  }

  private Profiles with(String text) {
    Profiles.Added added = builtIn.with(SourceText.of("own.yaml", text));
    assertThat(added.problems()).isEmpty();
    return added.profiles();
  }

  private List<String> notes(Profiles profiles, String select, String chain, int number) {
    List<Profile> chosen = profiles.select(select, ruleset).profiles();
    Table table = ruleset.tables().get(0);
    Chain of = table.chain(chain).orElseThrow();
    Annotations annotations = Annotations.of(ruleset, chosen);
    List<Note> notes =
        number == 0
            ? annotations.chain(table, of)
            : annotations.rule(table, of, of.rule(number).orElseThrow());
    return notes.stream().map(note -> note.profile() + ": " + note.text()).toList();
  }

  @Test
  void choosesWhatRecognisesTheRuleset() {
    Profiles profiles = with(SHOP);

    assertThat(profiles.select("auto", ruleset).profiles())
        .extracting(Profile::name)
        .containsExactly("istio", "shop");
    assertThat(profiles.select("none", ruleset).profiles()).isEmpty();
    assertThat(profiles.select("ufw, shop", ruleset).profiles())
        .extracting(Profile::name)
        .containsExactly("ufw", "shop");
  }

  @Test
  void saysWhatWasMeantByAnUnknownName() {
    Profiles.Choice choice = builtIn.select("auto,kubernets", ruleset);

    assertThat(choice.profiles()).extracting(Profile::name).containsExactly("istio");
    assertThat(choice.unknown())
        .singleElement()
        .asString()
        .contains("found 'kubernets'; did you mean kubernetes?");
  }

  @Test
  void makesNotesOfWhatIsThere() {
    Profiles profiles = with(SHOP);

    assertThat(notes(profiles, "shop", "SHOP-web", 0))
        .containsExactly("shop: Part web of the shop.");
    assertThat(notes(profiles, "shop", "OUTPUT", 2)).containsExactly("shop: 8443 is the till.");
    assertThat(notes(profiles, "shop", "OUTPUT", 1)).isEmpty();
  }

  @Test
  void keepsHostileTextAsText() {
    List<Profile> chosen = with(SHOP).select("shop", ruleset).profiles();
    Table table = ruleset.tables().get(0);
    Chain chain = table.chain("SHOP-web").orElseThrow();
    Rule rule = chain.rules().get(0);

    List<Note> notes = Annotations.of(ruleset, chosen).rule(table, chain, rule);

    assertThat(notes)
        .extracting(Note::text)
        .containsExactly("Not from 10.0.0.0/8.", "Said: <b>*x*</b>", "8443 is the till.");
    assertThat(notes.get(1).parts())
        .containsExactly(new Note.Part("Said: ", false), new Note.Part("<b>*x*</b>", true));
  }

  @Test
  void extendsABuiltInProfile() {
    Profiles profiles =
        with(
            """
            profile: istio
            rules:
              - table: nat
                chain: ISTIO_REDIRECT
                rule: -j REDIRECT --to-ports 15001
                note: Off to Envoy, port 15001.
            chains:
              - { chain: SHOP-web, note: "Ours, beside Istio." }
            """);

    assertThat(notes(profiles, "auto", "ISTIO_REDIRECT", 1))
        .containsExactly("istio: Off to Envoy, port 15001.");
    assertThat(notes(profiles, "auto", "SHOP-web", 0))
        .containsExactly("istio: Ours, beside Istio.");
    assertThat(notes(profiles, "auto", "OUTPUT", 1)).isEqualTo(notes(builtIn, "auto", "OUTPUT", 1));
    assertThat(profiles.profile("istio").orElseThrow().title()).isEqualTo("Istio");
    assertThat(profiles.profile("istio").orElseThrow().sources()).isNotEmpty();
  }

  @Test
  void replacesABuiltInProfile() {
    Profiles profiles =
        with(
            """
            profile: istio
            title: Ours
            replace: true
            recognise: [ { chain: ISTIO_* } ]
            rules:
              - { port: 15001, note: Envoy. }
            """);

    assertThat(notes(profiles, "auto", "ISTIO_REDIRECT", 0)).isEmpty();
    assertThat(notes(profiles, "auto", "ISTIO_REDIRECT", 1)).containsExactly("istio: Envoy.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "profile: x\\nrulez: []|2:1|profile-key|did you mean rules?",
        "title: x|1:1|profile-key|found no profile",
        "profile: X|1:10|profile-value|the profile's name, in small letters",
        "profile: x\\nrules:\\n  - { port: 80 }|3:5|profile-key|found no note",
        "profile: x\\nrules:\\n  - { prot: 80, note: n }|3:7|profile-key|did you mean port?",
        "profile: x\\nrules:\\n  - { table: nta, note: n }|3:14|profile-value|did you mean nat?",
        "profile: x\\nrules:\\n  - { rule: dport 80, note: n }|3:13|profile-value|rule text as in",
        "profile: x\\nchains:\\n  - { chain: 'A{B}', note: n }|3:16|profile-value|small letters",
        "profile: x\\nchains:\\n  - { chain: 'A{b}', note: 'see {c}' }|3:33|profile-value|b, chain, table",
        "profile: x\\nrules:\\n  - { with: { dport: 80 }, note: n }|3:13|profile-value|an option as",
        "profile: x\\nrules:\\n  - { note: n }|3:5|profile-key|what it is about",
        "profile: x\\nsources: [ 'javascript:1' ]|2:12|profile-value|beginning with https://",
        "profile: [|1:11|yaml-syntax|",
        "profile: x\\nrules: 7|2:8|profile-value|a list of entries",
      })
  void saysWhereAProfileIsWrong(String written, String place, String code, String words) {
    String text = written.replace("\\n", "\n") + "\n";

    List<Diagnostic> problems = builtIn.with(SourceText.of("own.yaml", text)).problems();

    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.toString()).startsWith("own.yaml:" + place + ": error: ");
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.message()).contains(words == null ? "" : words);
            });
  }

  @Test
  void readsTheRestOfAProfileWithAnError() {
    Profiles.Added added =
        builtIn.with(
            SourceText.of(
                "own.yaml",
                """
                profile: shop
                rules:
                  - { port: 8443 }
                  - { port: 8443, note: "8443 is the till." }
                """));

    assertThat(added.problems()).hasSize(1);
    assertThat(notes(added.profiles(), "shop", "OUTPUT", 2))
        .containsExactly("shop: 8443 is the till.");
  }
}
