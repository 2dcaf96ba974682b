package io.github.chainbook;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The house: which room may use which, and what stays in one room. */
@AnalyzeClasses(packages = "io.github.chainbook", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "io.github.chainbook.";

  /** The rooms, and those that each may use; one that is missing here may use all. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          entry("text", List.of()),
          entry("words", List.of()),
          entry("yaml", List.of("text")),
          entry("xtables", List.of("text")),
          entry("netfilter", List.of("ruleset", "xtables", "words", "text")),
          entry("ruleset", List.of("xtables", "text")),
          entry("explain", List.of("words", "ruleset", "xtables", "yaml", "text")),
          entry("topology", List.of("netfilter", "ruleset", "xtables", "yaml", "words", "text")),
          entry(
              "figure",
              List.of("explain", "words", "topology", "netfilter", "ruleset", "xtables", "text")),
          entry("page", List.of("figure", "words", "text")),
          entry(
              "asciidoc",
              List.of(
                  "figure",
                  "explain",
                  "words",
                  "topology",
                  "netfilter",
                  "ruleset",
                  "xtables",
                  "text")));

  @ArchTest
  static void roomsUseOnlyTheRoomsBelow(JavaClasses classes) {
    MAY_USE.forEach(
        (room, below) -> {
          String[] allowed =
              Stream.concat(Stream.of(room), below.stream())
                  .map(name -> BASE + name + "..")
                  .toArray(String[]::new);
          ArchRule rule =
              noClasses()
                  .that()
                  .resideInAPackage(BASE + room + "..")
                  .should()
                  .dependOnClassesThat(
                      resideInAPackage("io.github.chainbook..")
                          .and(not(resideInAnyPackage(allowed))));
          rule.check(classes);
        });
  }

  @ArchTest
  static void everyRoomIsKnown(JavaClasses classes) {
    Set<String> rooms = new TreeSet<>();
    classes.forEach(c -> rooms.add(c.getPackageName().substring(BASE.length()).split("\\.")[0]));
    Set<String> known = new TreeSet<>(MAY_USE.keySet());
    known.add("cli");
    assertThat(known).containsAll(rooms);
  }

  @ArchTest
  static final ArchRule figuresDoNotKnowTheirRenderers =
      noClasses()
          .that()
          .resideInAnyPackage(BASE + "figure", BASE + "figure.walk", BASE + "figure.hook")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              BASE + "figure.plantuml..", BASE + "figure.svg..", BASE + "figure.layout..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching(BASE + "(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingStaticChanges =
      fields().that().areStatic().and().doNotHaveName("$VALUES").should().beFinal();

  @ArchTest
  static final ArchRule asciidoctorStaysInOneRoom =
      onlyIn(List.of("asciidoc"), "org.asciidoctor..", "org.jruby..");

  @ArchTest static final ArchRule icuStaysInOneRoom = onlyIn(List.of("words"), "com.ibm.icu..");

  @ArchTest static final ArchRule picocliStaysInOneRoom = onlyIn(List.of("cli"), "picocli..");

  @ArchTest
  static final ArchRule jacksonStaysInTwoRooms =
      onlyIn(List.of("cli", "topology.capture"), "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule jsoupStaysInThreeRooms =
      onlyIn(List.of("page", "figure.svg", "asciidoc"), "org.jsoup..");

  @ArchTest
  static final ArchRule yamlStaysInOneRoom =
      onlyIn(List.of("yaml"), "org.yaml.snakeyaml..", "dev.harrel.jsonschema..");

  @ArchTest
  static final ArchRule elkStaysInOneRoom =
      onlyIn(List.of("figure.layout"), "org.eclipse..", "com.google..");

  @ArchTest
  static final ArchRule mainIsTheOnlyPublicCommand =
      classes()
          .that()
          .resideInAPackage(BASE + "cli")
          .and()
          .arePublic()
          .should()
          .haveSimpleName("Main");

  private static ArchRule onlyIn(List<String> rooms, String... libraries) {
    String[] packages = rooms.stream().map(room -> BASE + room + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .because("only " + Arrays.toString(packages) + " may");
  }
}
