package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Below each figure: a larger view of it, and its files. */
@ExtendWith(SiteExtension.class)
class FigureControlsTest {

  private static final String CHAPTER = "istio-data-plane-architecture.html";
  private static final String FIGURE = "#sidecar-figure-2";
  private static final String DIALOG = "dialog.cb-dialog";

  @Test
  void itIsEnlargedWithKeysAndTheFocusReturns(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          Locator before = tab.locator(FIGURE + " > .content > svg.cb-wide");
          double width = before.boundingBox().width;
          tab.locator(FIGURE + " .cb-enlarge").press("Enter");
          Locator svg = tab.locator(DIALOG + "[open] .cb-stage > svg.cb-wide");
          assertThat(svg.boundingBox().width).isGreaterThan(width);
          assertThat(before.count()).isZero();
          assertThat(tab.locator("#figure-dialog-title").textContent())
              .isEqualTo(tab.locator(FIGURE + " > .title").textContent());
          double fits = svg.boundingBox().width;
          tab.keyboard().press("+");
          assertThat(svg.boundingBox().width).isGreaterThan(fits * 1.2);
          tab.keyboard().press("-");
          tab.keyboard().press("-");
          assertThat(svg.boundingBox().width).isLessThan(fits);
          tab.keyboard().press("0");
          assertThat(svg.boundingBox().width).isBetween(fits - 1, fits + 1);
          tab.keyboard().press("Escape");
          assertThat(tab.locator(DIALOG).isVisible()).isFalse();
          assertThat(before.boundingBox().width).isEqualTo(width);
          assertThat(tab.evaluate("document.activeElement.closest('.imageblock').id"))
              .isEqualTo(FIGURE.substring(1));
        });
  }

  @Test
  void nothingOutsideTheWindowGetsTheFocus(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          tab.locator(FIGURE + " .cb-enlarge").press("Enter");
          int stops = tab.locator(DIALOG + " :is(a, button, [tabindex='0'])").count();
          for (int i = 0; i < stops + 3; i++) {
            tab.keyboard().press("Tab");
            // Past its last stop a browser goes to its own controls, or to the first again.
            assertThat(
                    (boolean)
                        tab.evaluate(
                            "document.activeElement === document.body"
                                + " || document.activeElement.closest('dialog') !== null"))
                .isTrue();
          }
        });
  }

  @Test
  void aMouseDragsItAndALinkLeavesIt(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          tab.locator(FIGURE + " .cb-enlarge").click();
          for (int i = 0; i < 4; i++) {
            tab.locator(DIALOG + " button[value=in]").click();
          }
          Locator stage = tab.locator(".cb-stage");
          double before = ((Number) stage.evaluate("stage => stage.scrollLeft")).doubleValue();
          BoundingBox box = stage.boundingBox();
          tab.mouse().move(box.x + 500, box.y + 300);
          tab.mouse().down();
          tab.mouse().move(box.x + 420, box.y + 300);
          tab.mouse().up();
          assertThat(((Number) stage.evaluate("stage => stage.scrollLeft")).doubleValue())
              .isEqualTo(before + 80);
          tab.keyboard().press("0");
          tab.locator(DIALOG + " .cb-row[data-rule='sidecar-nat-ISTIO_OUTPUT:9']").click();
          assertThat(tab.locator(DIALOG).isVisible()).isFalse();
          assertThat(tab.locator("tr:target").getAttribute("id"))
              .isEqualTo("sidecar-nat-ISTIO_OUTPUT:9");
          assertThat(tab.locator(FIGURE + " > .content > svg.cb-wide").isVisible()).isTrue();
        });
  }

  @TestFactory
  Stream<DynamicTest> filesAreThereAndWhatTheySay(Site site) {
    return site.pages().stream().map(page -> dynamicTest(page, () -> files(site, page)));
  }

  private static void files(Site site, String page) {
    site.openWithoutScripts(
        page,
        Look.LIGHT_WIDE,
        tab -> {
          int figures = tab.locator(".imageblock:has(> .content > svg)").count();
          Locator tools = tab.locator(".imageblock > .cb-tools");
          assertThat(tools.count()).isEqualTo(figures);
          assertThat(tools.locator("button").count()).isZero();
          for (int i = 0; i < figures; i++) {
            Locator links = tools.nth(i).locator("a");
            assertThat(links.allTextContents()).containsExactly("Open alone", "SVG", "PlantUML");
            Element svg = xml(body(tab, site, links.nth(1)));
            assertThat(svg.getTagName()).isEqualTo("svg");
            assertThat(svg.getElementsByTagName("text").getLength()).isPositive();
            NodeList inside = svg.getElementsByTagName("a");
            for (int n = 0; n < inside.getLength(); n++) {
              assertThat(((Element) inside.item(n)).getAttribute("href")).startsWith("../" + page);
            }
            assertThat(links.nth(0).getAttribute("href"))
                .isEqualTo(links.nth(1).getAttribute("href"));
            String puml = body(tab, site, links.nth(2));
            assertThat(puml).startsWith("@startuml\n").endsWith("@enduml\n");
          }
        });
  }

  @Test
  void aFileOpensAloneInTheColoursOfPaper(Site site) {
    site.browse(
        Look.DARK_WIDE,
        tab -> {
          tab.navigate(site.url("figures/sidecar-figure-2.svg"));
          assertThat(
                  tab.evaluate(
                      "getComputedStyle(document.querySelector('.cb-frame')).fill + ' '"
                          + " + getComputedStyle(document.documentElement).backgroundColor"))
              .isEqualTo("rgb(254, 254, 254) rgb(255, 255, 255)");
          tab.locator(".cb-row a").first().click();
          tab.waitForURL("**/" + CHAPTER + "#*");
          assertThat(tab.locator("tr:target").count()).isEqualTo(1);
        });
  }

  @Test
  void withoutScriptsThePageSaysTheSame(Site site) {
    for (String page : site.pages()) {
      String[] words = new String[2];
      site.openWithoutScripts(page, Look.LIGHT_WIDE, tab -> words[0] = words(tab));
      site.open(
          page,
          Look.LIGHT_WIDE,
          tab -> {
            tab.evaluate(
                "document.querySelectorAll('main :is(button, .cb-path)')"
                    + ".forEach(each => each.remove())");
            words[1] = words(tab);
          });
      assertThat(words[0]).as(page).isNotBlank().isEqualTo(words[1]);
    }
  }

  @Test
  void fingersHitThemOnAPhone(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_PHONE,
        tab -> {
          large(tab.locator(".cb-tools > *, .cb-path-button"));
          tab.locator(FIGURE + " .cb-enlarge").click();
          large(tab.locator(DIALOG + " button"));
          tab.keyboard().press("Escape");
          tab.locator(".cb-path-button").first().click();
          large(tab.locator(".cb-path button"));
          assertThat(
                  (boolean)
                      tab.evaluate(
                          "document.documentElement.scrollWidth"
                              + " <= document.documentElement.clientWidth"))
              .isTrue();
        });
  }

  @Test
  void theyAreNotOnPaper(Site site) {
    site.open(
        CHAPTER,
        Look.LIGHT_WIDE,
        tab -> {
          assertThat(tab.locator(FIGURE + " .cb-tools").isVisible()).isTrue();
          tab.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          assertThat(tab.locator(FIGURE + " .cb-tools").isVisible()).isFalse();
        });
  }

  private static void large(Locator controls) {
    List<Locator> shown = controls.all().stream().filter(Locator::isVisible).toList();
    assertThat(shown).isNotEmpty();
    for (Locator control : shown) {
      BoundingBox box = control.boundingBox();
      assertThat(box.height).as(control.textContent()).isGreaterThanOrEqualTo(44);
      assertThat(box.width).as(control.textContent()).isGreaterThanOrEqualTo(44);
    }
  }

  private static String words(Page tab) {
    return tab.locator("main").textContent().replaceAll("\\s+", " ");
  }

  private static String body(Page tab, Site site, Locator link) {
    return tab.request().get(site.url(link.getAttribute("href"))).text();
  }

  private static Element xml(String text) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)))
          .getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError("not well-formed", e);
    }
  }
}
