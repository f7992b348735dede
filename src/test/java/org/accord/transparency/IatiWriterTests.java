package org.accord.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accord.core.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class IatiWriterTests {

    private static final LocalText NAME = new LocalText(Map.of("en", "Mission <A> & B", "ru", "Миссия"));
    private static final LocalDate DAY = LocalDate.of(2013, 11, 20);

    private static Element written(IatiActivity activity) {
        byte[] file = IatiWriter.write(
                List.of(activity), "XM-EXAMPLE", NAME, "en", Instant.parse("2018-04-10T05:00:00.123Z"));
        List<Element> activities = IatiRules.activities(file);
        assertThat(activities).hasSize(1);
        return activities.get(0);
    }

    private static IatiActivity whole(Integer marker) {
        return new IatiActivity(
                "DLV-2013-001",
                NAME,
                NAME,
                IatiActivity.Status.CLOSED,
                new IatiActivity.Days(DAY, DAY.plusDays(2)),
                new IatiActivity.Days(DAY, DAY.plusDays(2)),
                List.of(
                        new IatiActivity.Partner(IatiActivity.Role.FUNDING, NAME),
                        new IatiActivity.Partner(IatiActivity.Role.IMPLEMENTING, NAME)),
                "KZ",
                new IatiActivity.Money(new BigDecimal("88000"), LocalDate.of(2013, 7, 1)),
                new IatiActivity.Money(new BigDecimal("84100.50"), LocalDate.of(2014, 1, 10)),
                marker,
                new IatiActivity.Attendance(BigDecimal.valueOf(50), BigDecimal.valueOf(52)),
                List.of(new IatiActivity.Link(
                        "https://accord.example/documents/1", "application/pdf", "Report", "en")));
    }

    @Test
    void aWholeActivityKeepsTheRulesAndSaysAll() {
        Element activity = written(whole(2));
        assertThat(IatiRules.text(activity, "iati-identifier")).isEqualTo("XM-EXAMPLE-DLV-2013-001");
        assertThat(IatiRules.named(activity, "title").get(0).getTextContent()).contains("Mission <A> & B", "Миссия");
        assertThat(IatiRules.named(activity, "activity-date"))
                .extracting(date -> date.getAttribute("type"))
                .containsExactly("1", "3", "2", "4");
        Element budget = IatiRules.named(activity, "budget").get(0);
        assertThat(IatiRules.named(budget, "period-end").get(0).getAttribute("iso-date"))
                .isEqualTo("2013-12-31");
        assertThat(IatiRules.text(IatiRules.named(activity, "transaction").get(0), "value"))
                .isEqualTo("84100.50");
        assertThat(IatiRules.named(activity, "result")).hasSize(1);
        Element link = IatiRules.named(activity, "document-link").get(0);
        assertThat(IatiRules.children(link).stream().map(Element::getTagName))
                .containsExactly("title", "category", "language");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 1", "3, 2"})
    void theGenderMarkerBecomesThatOfDac(int marker, String significance) {
        assertThat(IatiRules.named(written(whole(marker)), "policy-marker")
                        .get(0)
                        .getAttribute("significance"))
                .isEqualTo(significance);
    }

    @Test
    void anActivityThatHasOnlyBegunKeepsTheRulesToo() {
        Element activity = written(new IatiActivity(
                "WKS-2026-001",
                NAME,
                NAME,
                IatiActivity.Status.PIPELINE,
                new IatiActivity.Days(DAY, DAY),
                null,
                List.of(new IatiActivity.Partner(IatiActivity.Role.ACCOUNTABLE, NAME)),
                null,
                null,
                null,
                null,
                null,
                List.of()));
        assertThat(IatiRules.named(activity, "recipient-region")).hasSize(1);
        assertThat(IatiRules.named(activity, "policy-marker")).isEmpty();
    }
}
