package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who turns page after page reads the whole book, and finds the way back. */
@ExtendWith(SiteExtension.class)
class TurnPagesTest {

  @Test
  void turningPagesVisitsAllOfThem(Site site) {
    site.open(
        "index.html",
        Look.LIGHT_WIDE,
        tab -> {
          List<String> forth = walk(site, tab, "next");
          assertThat(forth).containsExactlyInAnyOrderElementsOf(site.pages());
          List<String> back = walk(site, tab, "prev");
          Collections.reverse(back);
          assertThat(back).isEqualTo(forth);
        });
  }

  private static List<String> walk(Site site, Page tab, String direction) {
    List<String> visited = new ArrayList<>();
    while (visited.size() <= site.pages().size()) {
      visited.add(tab.url().substring(site.url("").length()));
      Locator link = tab.locator("nav.turn a[rel=" + direction + "]");
      if (link.count() == 0) {
        break;
      }
      String target = site.url(link.getAttribute("href"));
      link.click();
      tab.waitForURL(target);
    }
    return visited;
  }
}
