package io.github.chainbook.explain.profile;

import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The profiles that there are: a value. */
public final class Profiles {

  /** Chooses the profiles that recognise the ruleset. */
  public static final String AUTO = "auto";

  /** Chooses none. */
  public static final String NONE = "none";

  /** Those that come with Chainbook, each a file beside this class. */
  static final List<String> BUILT_IN =
      List.of(
          "istio",
          "kubernetes",
          "docker",
          "podman",
          "ufw",
          "firewalld",
          "calico",
          "flannel",
          "cni",
          "fail2ban",
          "libvirt",
          "tailscale");

  private final Map<String, Profile> byName;

  private Profiles(Map<String, Profile> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /**
   * What came of adding a profile.
   *
   * @param profiles all profiles, with as much of the new one as could be read
   * @param problems what is wrong with the new one, with its lines and columns
   */
  public record Added(Profiles profiles, List<Diagnostic> problems) {

    public Added {
      problems = List.copyOf(problems);
    }
  }

  /**
   * What was chosen.
   *
   * @param profiles those that are to be asked, in this order
   * @param unknown for each word that is no profile a message that says what was expected
   */
  public record Choice(List<Profile> profiles, List<String> unknown) {

    public Choice {
      profiles = List.copyOf(profiles);
      unknown = List.copyOf(unknown);
    }
  }

  /** The profiles that come with Chainbook. */
  public static Profiles builtIn() {
    ProfileReader reader = new ProfileReader();
    Map<String, Profile> all = new LinkedHashMap<>();
    for (String name : BUILT_IN) {
      String file = name + ".yaml";
      SourceText text = SourceText.of(file, ProfileReader.resource(file));
      all.put(name, reader.readBuiltIn(text).profile().orElseThrow());
    }
    return new Profiles(all);
  }

  /** The names of all profiles. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** The profile of this name. */
  public Optional<Profile> profile(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * These profiles with one of an author's, which extends the one that has its name, or with {@code
   * replace: true} takes its place.
   */
  public Added with(SourceText text) {
    ProfileReader.Reading reading = new ProfileReader().read(text);
    Map<String, Profile> all = new LinkedHashMap<>(byName);
    reading
        .profile()
        .ifPresent(
            added -> {
              Profile known = reading.replaces() ? null : all.get(added.name());
              all.put(added.name(), known == null ? added : known.extendedBy(added));
            });
    return new Added(new Profiles(all), reading.problems());
  }

  /**
   * Chooses profiles for a ruleset.
   *
   * @param notes the value of the attribute {@code notes}: names parted by commas, {@code auto} for
   *     those that recognise the ruleset, or {@code none}
   */
  public Choice select(String notes, Ruleset ruleset) {
    Set<Profile> chosen = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String word : Arrays.stream(notes.split(",")).map(String::strip).toList()) {
      if (word.equals(AUTO)) {
        byName.values().stream().filter(p -> p.recognises(ruleset)).forEach(chosen::add);
      } else if (byName.containsKey(word)) {
        chosen.add(byName.get(word));
      } else if (!word.isEmpty() && !word.equals(NONE)) {
        unknown.add(message(word));
      }
    }
    return new Choice(new ArrayList<>(chosen), unknown);
  }

  private String message(String word) {
    Set<String> known = new TreeSet<>(byName.keySet());
    known.add(AUTO);
    known.add(NONE);
    return "expected notes of "
        + String.join(", ", known)
        + ", found '"
        + word
        + "'"
        + DidYouMean.hint(word, known);
  }
}
