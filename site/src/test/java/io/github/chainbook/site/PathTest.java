package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The path of a packet is walked in the figure of its rules, a step at a time. */
@ExtendWith(SiteExtension.class)
class PathTest {

  private static final String CHAPTER = "istio-data-plane-architecture.html";

  /** The application's call: three rules, then a policy. */
  private static final String PACKET = "sidecar-trace-1-4";

  private static final String ON_THE_WAY =
      """
      (what) => [...document.querySelectorAll("#sidecar-figure-2 .cb-wide ." + what)]
        .map((each) => each.dataset.rule ?? each.dataset.chain)
      """;

  @Test
  void stepsAreTakenWithKeysAndSaid(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          start(tab, "Enter");
          assertThat(said(tab))
              .startsWith("Step 1 of 4, OUTPUT out by eth0, table nat: OUTPUT 1")
              .contains("-p tcp -j ISTIO_OUTPUT");
          assertThat(lit(tab, "cb-now")).containsOnly("sidecar-nat-OUTPUT:1").hasSize(2);
          tab.keyboard().press("ArrowRight");
          tab.keyboard().press("ArrowRight");
          assertThat(said(tab)).startsWith("Step 3 of 4").contains("REDIRECT --to-ports 15001");
          assertThat(lit(tab, "cb-now")).containsOnly("sidecar-nat-ISTIO_REDIRECT:1");
          assertThat(lit(tab, "cb-been"))
              .containsOnly("sidecar-nat-OUTPUT:1", "sidecar-nat-ISTIO_OUTPUT:9");
          tab.keyboard().press("ArrowLeft");
          assertThat(said(tab)).startsWith("Step 2 of 4").contains("ISTIO_OUTPUT 9");
          tab.keyboard().press("End");
          assertThat(said(tab))
              .startsWith("Step 4 of 4, POSTROUTING out by lo, table nat: policy of POSTROUTING")
              .contains("In the end: ACCEPT, REDIRECT 127.0.0.1:15001");
          assertThat(lit(tab, "cb-now")).containsExactly("sidecar-nat-POSTROUTING");
          tab.keyboard().press("ArrowRight");
          assertThat(said(tab)).startsWith("Step 4 of 4");
        });
  }

  @Test
  void wordsAreReadOutAndTheFigureIsInSight(Site site) {
    for (Look look : List.of(Look.LIGHT_WIDE, Look.LIGHT_PHONE)) {
      site.open(
          CHAPTER,
          look,
          tab -> {
            start(tab, "Enter");
            tab.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat(tab.locator(".cb-path-words[aria-live=polite]").count()).isEqualTo(1);
            for (int step = 1; step <= 4; step++) {
              assertThat(said(tab)).startsWith("Step " + step + " of 4");
              assertThat(inSight(tab)).as("step " + step + " on " + look).isTrue();
              tab.keyboard().press("ArrowRight");
            }
          });
    }
  }

  @Test
  void escapeEndsItAndGivesTheFocusBack(Site site) {
    site.open(
        CHAPTER,
        Look.DARK_WIDE,
        tab -> {
          start(tab, "Space");
          tab.keyboard().press("ArrowRight");
          tab.keyboard().press("Escape");
          assertThat(tab.locator(".cb-path").isVisible()).isFalse();
          assertThat(lit(tab, "cb-now")).isEmpty();
          assertThat(lit(tab, "cb-been")).isEmpty();
          assertThat(focusedPacket(tab)).isEqualTo(PACKET);
        });
  }

  @Test
  void everyButtonDoesWhatItSays(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_PHONE,
        tab -> {
          button(tab).click();
          tab.locator(".cb-path button[value=next]").click();
          assertThat(said(tab)).startsWith("Step 2 of 4");
          tab.locator(".cb-path button[value=previous]").click();
          assertThat(said(tab)).startsWith("Step 1 of 4");
          tab.locator(".cb-path button[value=stop]").click();
          assertThat(tab.locator(".cb-path").isVisible()).isFalse();
          assertThat(focusedPacket(tab)).isEqualTo(PACKET);
        });
  }

  @Test
  void itPlaysToTheEndAndCanBeHalted(Site site) {
    site.browse(
        Look.LIGHT_WIDE,
        tab -> {
          tab.clock().install();
          tab.navigate(site.url(CHAPTER));
          start(tab, "Enter");
          Locator play = tab.locator(".cb-path button[value=play]");
          play.click();
          assertThat(play.textContent()).isEqualTo("Pause");
          tab.clock().runFor(3000);
          assertThat(said(tab)).startsWith("Step 2 of 4");
          play.click();
          assertThat(play.textContent()).isEqualTo("Play");
          tab.clock().runFor(30000);
          assertThat(said(tab)).startsWith("Step 2 of 4");
          play.click();
          tab.clock().runFor(30000);
          assertThat(said(tab)).startsWith("Step 4 of 4");
          assertThat(play.textContent()).isEqualTo("Play");
        });
  }

  @Test
  void everyPathIsThatOfItsPacket(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          Locator packets = tab.locator("#sidecar-trace-1 tr[data-walk]");
          assertThat(packets.count()).isEqualTo(9);
          for (int i = 0; i < packets.count(); i++) {
            String[] walk = packets.nth(i).getAttribute("data-walk").split(" ");
            packets.nth(i).locator("+ tr .cb-path-button").press("Enter");
            for (String id : walk) {
              assertThat(lit(tab, "cb-now")).as(String.join(" ", walk)).contains(id);
              tab.keyboard().press("ArrowRight");
            }
            tab.keyboard().press("Escape");
          }
        });
  }

  @Test
  void aFigureOfSeveralMachinesIsNotLit(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          String rule = "a[href='#sidecar-nat-ISTIO_IN_REDIRECT:1']";
          assertThat(tab.locator("#data-plane " + rule).count())
              .as("pods with these rules")
              .isGreaterThan(1);
          tab.locator("tr[id='data-plane-flow-1-2'] + tr .cb-path-button").press("Enter");
          tab.keyboard().press("End");
          assertThat(lit(tab, "cb-been")).contains("sidecar-nat-ISTIO_IN_REDIRECT:1");
          assertThat(tab.locator("#data-plane :is(.cb-now, .cb-been)").count()).isZero();
        });
  }

  @Test
  void noneOfItIsOnPaperOrWithoutScripts(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          start(tab, "Enter");
          tab.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          assertThat(tab.locator(".cb-path").isVisible()).isFalse();
          assertThat(button(tab).isVisible()).isFalse();
        });
    site.openWithoutScripts(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> assertThat(tab.locator(".cb-path-button, .cb-path").count()).isZero());
  }

  private static Locator button(Page tab) {
    return tab.locator("tr[id='" + PACKET + "'] + tr .cb-path-button");
  }

  private static void start(Page tab, String key) {
    button(tab).press(key);
    assertThat(tab.locator(".cb-path").isVisible()).isTrue();
  }

  private static String said(Page tab) {
    return tab.locator(".cb-path-words").textContent();
  }

  @SuppressWarnings("unchecked")
  private static List<String> lit(Page tab, String what) {
    return (List<String>) tab.evaluate(ON_THE_WAY, what);
  }

  private static Object focusedPacket(Page tab) {
    return tab.evaluate("document.activeElement.closest('tr').previousElementSibling.id");
  }

  private static boolean inSight(Page tab) {
    return (boolean)
        tab.evaluate(
            """
            () => {
              const bar = document.querySelector(".cb-path").getBoundingClientRect();
              const head = document.querySelector(".bar").getBoundingClientRect();
              return [...document.querySelectorAll("svg .cb-now:not(.cb-arrow)")]
                .map((each) => each.getBoundingClientRect())
                .some((box) => box.height > 0 && box.top >= head.bottom && box.bottom <= bar.top);
            }
            """);
  }
}
