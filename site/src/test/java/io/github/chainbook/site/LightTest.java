package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rule or chain that is pointed at, or has the focus, is lit in figure and table alike. */
@ExtendWith(SiteExtension.class)
class LightTest {

  private static final String CHAPTER = "istio-data-plane-architecture.html";
  private static final String RULE = "sidecar-nat-ISTIO_OUTPUT:2";
  private static final String CHAIN = "sidecar-nat-ISTIO_OUTPUT";
  private static final String FIGURE = "#sidecar-figure-2 svg.cb-wide ";

  /** What is lit: the rules and chains of the figure above, of the page's tables, its headings. */
  private static final String LIT =
      """
      () => [...document.querySelectorAll(".cb-pointed")]
        .filter((each) => !each.ownerSVGElement || each.closest("#sidecar-figure-2 .cb-wide"))
        .map((each) => each.classList[0] + " " + (each.id || each.dataset.rule || each.dataset.chain))
        .sort()
      """;

  @Test
  void aRowOfTheFigureLightsItsArrowAndItsRule(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          tab.locator(FIGURE + row(RULE)).hover();
          assertThat(lit(tab))
              .containsExactly("cb-arrow " + RULE, "cb-pointed " + RULE, "cb-row " + RULE);
          tab.locator("h1").hover();
          assertThat(lit(tab)).isEmpty();
        });
  }

  @Test
  void aRuleLightsItsRowAndArrowInTheFigure(Site site) {
    site.open(
        CHAPTER,
        Look.DARK_WIDE,
        tab -> {
          Locator row = tab.locator(FIGURE + row(RULE) + " rect");
          String dark = colour(row);
          tab.locator("tr[id='" + RULE + "'] > :nth-child(3)").hover();
          assertThat(lit(tab)).contains("cb-arrow " + RULE, "cb-row " + RULE, "cb-pointed " + RULE);
          assertThat(lit(tab)).noneMatch(each -> each.contains("ISTIO_OUTPUT:3"));
          assertThat(colour(row)).isNotEqualTo(dark);
        });
  }

  @Test
  void aChainLightsItsBoxAndTheArrowsThere(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          List<String> all =
              List.of(
                  "cb-arrow sidecar-nat-ISTIO_OUTPUT:2",
                  "cb-arrow sidecar-nat-ISTIO_OUTPUT:5",
                  "cb-arrow sidecar-nat-ISTIO_OUTPUT:9",
                  "cb-arrow sidecar-nat-OUTPUT:1",
                  "cb-box " + CHAIN,
                  "discrete " + CHAIN);
          tab.locator(".chainbook-chain[id='" + CHAIN + "']").hover();
          assertThat(lit(tab)).containsExactlyElementsOf(all);
          tab.locator("h1").hover();
          tab.locator(FIGURE + "[data-chain='" + CHAIN + "'] .cb-text-name").hover();
          assertThat(lit(tab)).containsExactlyElementsOf(all);
        });
  }

  @Test
  void theFocusLightsBothWays(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          tab.locator(FIGURE + row(RULE) + " a").focus();
          assertThat(lit(tab)).contains("cb-pointed " + RULE, "cb-row " + RULE);
          tab.locator("tr[id='sidecar-nat-OUTPUT:1'] a").first().focus();
          assertThat(lit(tab))
              .contains("cb-row sidecar-nat-OUTPUT:1", "cb-arrow sidecar-nat-OUTPUT:1")
              .noneMatch(each -> each.endsWith(RULE));
          tab.locator(".bar-title").focus();
          assertThat(lit(tab)).isEmpty();
        });
  }

  @Test
  void aReferenceInTheTextLightsItsRule(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          tab.locator("a.chainbook-ref[href='#" + RULE + "']").first().hover();
          assertThat(lit(tab)).contains("cb-pointed " + RULE, "cb-row " + RULE);
        });
  }

  private static String row(String rule) {
    return ".cb-row[data-rule='" + rule + "']";
  }

  private static String colour(Locator element) {
    return (String) element.evaluate("element => getComputedStyle(element).fill");
  }

  @SuppressWarnings("unchecked")
  private static List<String> lit(Page tab) {
    return (List<String>) tab.evaluate(LIT);
  }
}
