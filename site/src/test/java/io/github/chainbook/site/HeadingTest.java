package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The headings of a page make an outline: one title, and no level left out on the way down. */
@ExtendWith(SiteExtension.class)
class HeadingTest {

  private static final String LEVELS =
      """
      () => [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")]
        .map((heading) => Number(heading.tagName[1]))
      """;

  @TestFactory
  Stream<DynamicTest> headingsMakeAnOutline(Site site) {
    return site.pages().stream().map(page -> dynamicTest(page, () -> outline(site, page)));
  }

  private static void outline(Site site, String page) {
    site.open(
        page,
        Look.LIGHT_WIDE,
        tab -> {
          assertThat(tab.locator("h1").count()).isEqualTo(1);
          int above = 0;
          for (Object level : (List<?>) tab.evaluate(LEVELS)) {
            int next = ((Number) level).intValue();
            assertThat(next).isLessThanOrEqualTo(above + 1);
            above = next;
          }
        });
  }
}
