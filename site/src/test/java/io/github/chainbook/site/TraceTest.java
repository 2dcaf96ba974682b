package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A packet's row opens to its way, and on paper every way is open. */
@ExtendWith(SiteExtension.class)
class TraceTest {

  private static final String CHAPTER = "istio-data-plane-architecture.html";

  @Test
  void opensToTheWay(Site site) throws Exception {
    site.open(CHAPTER, Look.LIGHT_WIDE, TraceTest::opens);
  }

  @Test
  void isOpenOnPaper(Site site) throws Exception {
    site.open(CHAPTER, Look.LIGHT_WIDE, TraceTest::prints);
  }

  private static Locator rule(Page tab) {
    return tab.locator(".cb-walk-row").first().locator(".cb-walk a[href$='PREROUTING:1']");
  }

  private static void opens(Page tab) {
    assertThat(rule(tab).isVisible()).isFalse();
    tab.locator(".cb-walk-row summary").first().click();
    assertThat(rule(tab).isVisible()).isTrue();
    rule(tab).click();
    assertThat(tab.locator("table.chainbook-rules tr:target").count()).isEqualTo(1);
  }

  private static void prints(Page tab) {
    tab.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(rule(tab).isVisible()).isTrue();
    assertThat(rule(tab).boundingBox().height).isPositive();
  }
}
