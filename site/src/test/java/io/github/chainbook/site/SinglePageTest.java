package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page that the command line makes of a dump has no files beside it and makes them itself. */
@ExtendWith(SiteExtension.class)
class SinglePageTest {

  private static final Path JAR =
      Path.of("../extension/target/chainbook.jar").toAbsolutePath().normalize();
  private static final String DUMP = "../content/dumps/fortio-server/iptables-save.txt";

  @TempDir private Path folder;

  @Test
  void openedAsAFileItHandsOutItsFigures(Site site) throws Exception {
    assumeTrue(Files.isRegularFile(JAR), "chainbook.jar is not built (mvn verify builds it)");
    Path page = folder.resolve("page.html");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "page",
                DUMP,
                "-o",
                page.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    site.browse(
        Look.LIGHT_WIDE,
        tab -> {
          List<String> complaints = new ArrayList<>();
          tab.onPageError(complaints::add);
          tab.navigate(page.toUri().toString());
          Path puml = folder.resolve("a.puml");
          Path svg = folder.resolve("a.svg");
          assertThat(fetch(tab, "PlantUML", puml)).isEqualTo("ipv4-figure-1.puml");
          assertThat(fetch(tab, "SVG", svg)).isEqualTo("ipv4-figure-1.svg");
          assertThat(puml).content().startsWith("@startuml\n").endsWith("@enduml\n");
          assertThat(wellFormed(svg)).isTrue();
          assertThat(svg).content().doesNotContain("href=").contains("ISTIO_REDIRECT");
          Page alone = tab.context().waitForPage(() -> button(tab, "Open alone"));
          alone.waitForLoadState();
          assertThat(alone.locator(".cb-row").count()).isPositive();
          tab.bringToFront();
          tab.locator(".cb-row[data-rule='ipv4-nat-ISTIO_OUTPUT:9']").first().hover();
          assertThat(tab.locator("tr.cb-pointed").getAttribute("id"))
              .isEqualTo("ipv4-nat-ISTIO_OUTPUT:9");
          assertThat(complaints).isEmpty();
        });
  }

  private static void button(Page tab, String name) {
    tab.locator(".cb-tools").first().locator("button", text(name)).click();
  }

  private static Locator.LocatorOptions text(String name) {
    return new Locator.LocatorOptions().setHasText(Pattern.compile("^" + name + "$"));
  }

  private static String fetch(Page tab, String name, Path to) {
    Download download = tab.waitForDownload(() -> button(tab, name));
    download.saveAs(to);
    return download.suggestedFilename();
  }

  private static boolean wellFormed(Path file) {
    try {
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
      return true;
    } catch (Exception e) {
      throw new AssertionError("not well-formed", e);
    }
  }
}
