package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page loads, with everything it needs, from its own site and without complaint. */
@ExtendWith(SiteExtension.class)
class LoadTest {

  @TestFactory
  Stream<DynamicTest> everyPageLoadsCleanly(Site site) {
    return Stream.of(Look.LIGHT_WIDE, Look.DARK_WIDE)
        .flatMap(
            look ->
                site.pages().stream()
                    .map(page -> dynamicTest(page + " " + look, () -> load(site, page, look))));
  }

  private static void load(Site site, String page, Look look) {
    List<String> complaints = new ArrayList<>();
    site.browse(
        look,
        tab -> {
          tab.onConsoleMessage(
              message -> {
                if (List.of("error", "warning").contains(message.type())) {
                  complaints.add(message.text());
                }
              });
          tab.onPageError(complaints::add);
          tab.onRequestFailed(request -> complaints.add("failed: " + request.url()));
          tab.onRequest(
              request -> {
                if (!request.url().startsWith(site.url("")) && !request.url().startsWith("data:")) {
                  complaints.add("from elsewhere: " + request.url());
                }
              });
          tab.onResponse(
              response -> {
                if (response.status() >= 400) {
                  complaints.add(response.status() + ": " + response.url());
                }
              });
          tab.navigate(site.url(page));
          tab.waitForLoadState();
          assertThat(tab.title()).isNotBlank();
        });
    assertThat(complaints).isEmpty();
  }
}
