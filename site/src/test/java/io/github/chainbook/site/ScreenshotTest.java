package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes a picture of every page in every look, into target/screenshots, for people to look at. */
@ExtendWith(SiteExtension.class)
class ScreenshotTest {

  private static final Path FOLDER = Path.of("target", "screenshots");

  @TestFactory
  Stream<DynamicTest> picturesForPeople(Site site) {
    return Stream.of(Look.values())
        .flatMap(
            look ->
                site.pages().stream()
                    .map(page -> dynamicTest(page + " " + look, () -> picture(site, page, look))));
  }

  private static void picture(Site site, String page, Look look) {
    Path file = FOLDER.resolve(page.replaceFirst("\\.html$", "") + "-" + look + ".png");
    site.open(
        page,
        look,
        tab -> tab.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file)));
    assertThat(Files.exists(file)).isTrue();
  }
}
