package org.accord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@link Visit#looksRight} would find if it were there. */
@HttpTest
class VisitTests {

    @LocalServerPort
    int port;

    private static final String SMALL = "['a', 'b'].forEach(name => { const one = add('button', name);"
            + " one.style.cssText = 'width:9px;height:9px;min-height:9px;padding:0;margin:0;border:0;font-size:6px'; })";

    @ParameterizedTest
    @ValueSource(
            strings = {
                SMALL,
                "add('p', 'pale').style.color = '#bbb'",
                "add('input', '')",
                "add('div', 'wide').style.width = '3000px'"
            })
    void aBarrierIsFound(String barrier) {
        try (Chromium chromium = Chromium.launch()) {
            Visit visit = Visit.as(chromium, port, "chief", "en", 1280, true).open("/cases");
            visit.page()
                    .evaluate("() => { const add = (tag, text) => { const one = document.createElement(tag);"
                            + " one.textContent = text; document.querySelector('main').append(one); return one; }; "
                            + barrier + " }");
            assertThatThrownBy(() -> visit.looksRight("barrier")).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aTextThatALongerOneWouldNotFitIsFound() {
        try (Chromium chromium = Chromium.launch()) {
            Visit visit = Visit.as(chromium, port, "chief", "en", 1280, true).open("/cases");
            visit.page()
                    .evaluate("() => { document.querySelector('main h1').style.cssText ="
                            + " 'width: 6em; overflow: hidden; white-space: nowrap' }");
            assertThatThrownBy(() -> visit.holdsLongerTexts("cases")).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aPageWithoutAnyIsLetThrough() {
        try (Chromium chromium = Chromium.launch()) {
            Visit.as(chromium, port, "chief", "en", 1280, true).open("/cases").looksRight("no-barrier");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
