package io.github.chainbook.explain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.text.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BuiltInProfilesTest {

  static final java.util.List<String> NAMES = Profiles.BUILT_IN;

  @ParameterizedTest
  @FieldSource("NAMES")
  void isWhatItsSchemaAllows(String name) {
    String file = name + ".yaml";

    ProfileReader.Reading reading =
        new ProfileReader().read(SourceText.of(file, ProfileReader.resource(file)));

    assertThat(reading.problems()).isEmpty();
    Profile profile = reading.profile().orElseThrow();
    assertThat(profile.name()).isEqualTo(name);
    assertThat(profile.title()).isNotEmpty();
    assertThat(profile.versions()).isNotEmpty();
    assertThat(profile.sources()).isNotEmpty();
    assertThat(profile.chains()).isNotEmpty();
    assertThat(profile.rules()).isNotEmpty();
  }
}
