package org.accord.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.accord.testing.AccordTest;
import org.accord.testing.Chromium;
import org.accord.testing.Visit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What crosses the wire when a focal point opens the inbox for the first time; bytes do not depend on the machine. */
@AccordTest
class PageWeightTests {

    private static final Logger LOG = LoggerFactory.getLogger(PageWeightTests.class);
    private static final int FIRST_VIEW = 60 * 1024;
    private static final int SCRIPT = 20 * 1024;

    @LocalServerPort
    private int port;

    @Test
    void theFirstViewOfTheInboxFitsASlowLink() {
        try (Chromium chromium = Chromium.launch()) {
            Page signedIn =
                    Visit.as(chromium, port, "focal-point.kz", "ru", 412, true).page();
            Page fresh = chromium.visitor("http://localhost:" + port, "ru", 412, true);
            fresh.context()
                    .addCookies(signedIn.context().cookies().stream()
                            .map(cookie -> new Cookie(cookie.name, cookie.value).setUrl("http://localhost:" + port))
                            .toList());
            List<Response> responses = new ArrayList<>();
            fresh.onResponse(responses::add);
            fresh.navigate("/?view=group");
            fresh.waitForLoadState();

            int all = responses.stream().mapToInt(PageWeightTests::bytes).sum();
            int script = responses.stream()
                    .filter(response -> response.url().endsWith(".js"))
                    .mapToInt(PageWeightTests::bytes)
                    .sum();
            LOG.info("Inbox, first view: {} bytes in {} requests, {} of them script", all, responses.size(), script);
            assertThat(all).isBetween(1, FIRST_VIEW);
            assertThat(script).isBetween(1, SCRIPT);
        }
    }

    private static int bytes(Response response) {
        var sizes = response.request().sizes();
        return sizes.responseBodySize + sizes.responseHeadersSize;
    }
}
