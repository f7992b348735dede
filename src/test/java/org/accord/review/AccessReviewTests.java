package org.accord.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.accord.core.Actor;
import org.accord.testing.Browser;
import org.accord.testing.Chromium;
import org.accord.testing.HttpTest;
import org.accord.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class AccessReviewTests {

    @LocalServerPort
    int port;

    @Autowired
    private AccessReview review;

    @Test
    void eachRightOfTodayHasItsHolderItsDayAndTheEntryThatGaveIt() {
        AccessReview.Findings findings = review.findings(Actor.person("auditor"));

        assertThat(findings.held())
                .extracting(held -> held.post().userName())
                .contains("chief", "focal-point.kz", "auditor");
        assertThat(findings.held())
                .allSatisfy(held ->
                        assertThat(held.granted()).as(held.post().userName()).isNotNull());
        assertThat(findings.apart()).isNotEmpty();
        assertThat(findings.isKeptApart()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chair", "focal-point.kz", "administrator", "records-officer"})
    void theReviewIsForAuditorsOnly(String userName) {
        assertThat(Browser.signedIn(port, userName).get("/audit/access").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/audit/access,en,1280,access",
        "/audit/access,ru,360,access",
        "/audit/verification,ru,360,verification",
        "/audit,en,1280,record",
        "/audit,ru,360,record",
        "/audit?view=compact,ru,1280,record-compact",
        "/audit?view=table&action=task.completed&from=x,en,360,record-table"
    })
    void thePagesOfTheAuditorLookRight(String path, String language, int width, String name) {
        try (Chromium chromium = Chromium.launch()) {
            Visit.as(chromium, port, "auditor", language, width, true)
                    .open(path)
                    .looksRight("audit-" + name);
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
