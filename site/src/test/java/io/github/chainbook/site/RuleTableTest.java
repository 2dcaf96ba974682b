package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs of rules open for who links to them, rules can be copied, notes stand in their rows. */
@ExtendWith(SiteExtension.class)
class RuleTableTest {

  private static final String GUIDE = "writing-with-chainbook.html";
  private static final String CHAPTER = "istio-data-plane-architecture.html";
  private static final String RUN = "details.chainbook-run";

  @Test
  void aLinkIntoAClosedRunOpensIt(Site site) {
    site.open(
        GUIDE,
        Look.LIGHT_WIDE,
        tab -> {
          Locator run = tab.locator(RUN).first();
          String id = run.locator("tr[id]").last().getAttribute("id");
          assertThat(run.getAttribute("open")).isNull();
          tab.evaluate("id => { location.hash = '#' + id; }", id);
          tab.waitForFunction("() => document.querySelector('tr:target').offsetHeight > 0");
          assertThat(run.getAttribute("open")).isNotNull();
        });
  }

  @Test
  void aRunOpensByTheKeyboardAndWithoutScripts(Site site) {
    site.openWithoutScripts(
        GUIDE,
        Look.LIGHT_PHONE,
        tab -> {
          Locator run = tab.locator(RUN).first();
          assertThat(run.locator("tr[id]").first().isVisible()).isFalse();
          run.locator("summary").focus();
          tab.keyboard().press("Enter");
          assertThat(run.locator("tr[id]").first().isVisible()).isTrue();
          assertThat(tab.locator(".cb-copy").count()).isZero();
        });
  }

  @Test
  void onPaperEveryRuleIsThere(Site site) {
    site.open(
        GUIDE,
        Look.LIGHT_WIDE,
        tab -> {
          tab.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          Locator row = tab.locator(RUN + " tr[id]").last();
          assertThat(row.isVisible()).isTrue();
          assertThat(row.boundingBox().height).isPositive();
        });
  }

  @Test
  void aRuleIsCopiedAsItsLine(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          tab.evaluate(
              "() => Object.defineProperty(navigator, 'clipboard',"
                  + " { value: { writeText: async (text) => { window.copied = text; } } })");
          Locator row = tab.locator("tr[id='sidecar-nat-ISTIO_OUTPUT:4']");
          row.scrollIntoViewIfNeeded();
          row.locator("button.cb-copy").click();
          assertThat(tab.evaluate("window.copied"))
              .isEqualTo("-A ISTIO_OUTPUT -m owner --uid-owner 1337 -j RETURN");
          assertThat(row.locator("button.cb-copy").textContent()).isEqualTo("Copied");
        });
  }

  @Test
  void aNoteStandsInItsRow(Site site) {
    site.open(
        CHAPTER,
        Look.DARK_PHONE,
        tab ->
            assertThat(tab.locator("tr[id='sidecar-nat-ISTIO_OUTPUT:2'] .cb-author").textContent())
                .contains("that ISTIO_IN_REDIRECT has counted."));
  }
}
