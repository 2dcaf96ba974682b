package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages fit the screen, and what does not fit scrolls within a frame of its own. */
@ExtendWith(SiteExtension.class)
class LayoutTest {

  /** Names what sticks out, so that a failure says where to look. */
  private static final String STICKING_OUT =
      """
      () => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        return [...document.querySelectorAll("body *")]
          .filter((element) => element.getBoundingClientRect().right > width + 0.5)
          .map((element) => element.tagName + "." + element.getAttribute("class"))
          .slice(0, 10);
      }
      """;

  private static final String DRAWN_SCALES =
      """
      () => [...document.querySelectorAll(".imageblock > .content > svg")]
        .map((svg) => [svg.getBoundingClientRect().width,
          parseFloat(getComputedStyle(svg).getPropertyValue("--figure-width"))])
        .filter(([drawn, own]) => drawn > 0 && own > 0)
        .map(([drawn, own]) => drawn / own)
      """;

  /** Captions whose column leaves no room for a few words. */
  private static final String SQUEEZED_CAPTIONS =
      """
      () => [...document.querySelectorAll(".imageblock > .title")]
        .filter((title) => title.clientWidth < title.parentElement.clientWidth * 0.4)
        .map((title) => title.textContent)
      """;

  private static final String SCROLLED_FIGURES =
      """
      () => [...document.querySelectorAll(".imageblock > .content")]
        .filter((content) => content.scrollWidth > content.clientWidth + 1)
        .map((content) => content.parentElement.id)
      """;

  @TestFactory
  Stream<DynamicTest> captionsHaveRoom(Site site) {
    return onBothScreens(
        site,
        (page, look) ->
            site.open(
                page,
                look,
                tab -> assertThat((List<?>) tab.evaluate(SQUEEZED_CAPTIONS)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> noPageIsWiderThanTheScreen(Site site) {
    return onBothScreens(
        site,
        (page, look) ->
            site.open(
                page, look, tab -> assertThat((List<?>) tab.evaluate(STICKING_OUT)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> drawingsStayLegible(Site site) {
    return onBothScreens(
        site,
        (page, look) ->
            site.open(
                page,
                look,
                tab ->
                    assertThat((List<?>) tab.evaluate(DRAWN_SCALES))
                        .allSatisfy(
                            scale ->
                                assertThat(((Number) scale).doubleValue()).isGreaterThan(0.84))));
  }

  @Test
  void nothingCutsTheFiguresOffBesideTheContents(Site site) {
    site.open(
        "istio-data-plane-architecture.html",
        Look.LIGHT_WIDE,
        tab -> {
          for (int width : List.of(1100, 1080, 960, 840)) {
            tab.setViewportSize(width, 800);
            assertThat((List<?>) tab.evaluate(SCROLLED_FIGURES)).as("%d px", width).isEmpty();
          }
        });
  }

  private interface Check {
    void run(String page, Look look);
  }

  private static Stream<DynamicTest> onBothScreens(Site site, Check check) {
    return Stream.of(Look.LIGHT_WIDE, Look.LIGHT_PHONE)
        .flatMap(
            look ->
                site.pages().stream()
                    .map(page -> dynamicTest(page + " " + look, () -> check.run(page, look))));
  }
}
