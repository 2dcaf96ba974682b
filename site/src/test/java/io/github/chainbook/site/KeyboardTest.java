package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The page's own controls: skip link, theme, contents on a phone; with keys, and without scripts.
 */
@ExtendWith(SiteExtension.class)
class KeyboardTest {

  private static final String START = "index.html";

  @Test
  void firstStopIsTheSkipLinkAndItLeadsToTheText(Site site) {
    site.open(
        START,
        Look.LIGHT_WIDE,
        tab -> {
          tab.keyboard().press("Tab");
          assertThat(focused(tab, "element.className")).isEqualTo("skip");
          assertThat((boolean) tab.evaluate("document.querySelector('.skip').offsetTop >= 0"))
              .isTrue();
          tab.keyboard().press("Enter");
          assertThat(focused(tab, "element.tagName")).isEqualTo("MAIN");
        });
  }

  @Test
  void themeIsChosenWithKeysAndKept(Site site) {
    site.open(
        START,
        Look.LIGHT_WIDE,
        tab -> {
          String light = background(tab);
          Locator dark = tab.locator(".theme-choice button[value=dark]");
          dark.focus();
          tab.keyboard().press("Enter");
          assertThat(background(tab)).isNotEqualTo(light);
          tab.reload();
          assertThat(background(tab)).isNotEqualTo(light);
          assertThat(dark.getAttribute("aria-pressed")).isEqualTo("true");
          String other = site.pages().get(site.pages().size() - 1);
          tab.navigate(site.url(other));
          assertThat(background(tab)).isNotEqualTo(light);
          tab.locator(".theme-choice button[value=auto]").press("Space");
          assertThat(background(tab)).isEqualTo(light);
        });
  }

  @Test
  void systemDecidesWithoutScripts(Site site) {
    String[] background = new String[2];
    site.openWithoutScripts(START, Look.LIGHT_WIDE, tab -> background[0] = background(tab));
    site.openWithoutScripts(START, Look.DARK_WIDE, tab -> background[1] = background(tab));
    assertThat(background[0]).isEqualTo("rgb(255, 255, 255)");
    assertThat(background[1]).isNotEqualTo(background[0]);
  }

  @Test
  void contentsOpenAndCloseOnAPhone(Site site) {
    site.open(
        START,
        Look.LIGHT_PHONE,
        tab -> {
          Locator contents = tab.locator("nav.contents");
          assertThat(contents.isVisible()).isFalse();
          tab.locator(".contents-button").press("Enter");
          assertThat(contents.isVisible()).isTrue();
          contents.locator("a").first().focus();
          tab.keyboard().press("Escape");
          assertThat(contents.isVisible()).isFalse();
          assertThat(focused(tab, "element.className")).isEqualTo("contents-button");
        });
  }

  @Test
  void contentsAreThereWithoutScripts(Site site) {
    site.openWithoutScripts(
        START,
        Look.LIGHT_PHONE,
        tab -> assertThat(tab.locator("nav.contents").isVisible()).isTrue());
  }

  private static Object focused(Page tab, String expression) {
    return tab.evaluate(
        "() => { const element = document.activeElement; return " + expression + "; }");
  }

  private static String background(Page tab) {
    return (String) tab.evaluate("getComputedStyle(document.body).backgroundColor");
  }
}
