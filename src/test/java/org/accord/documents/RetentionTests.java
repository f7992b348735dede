package org.accord.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.accord.core.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTests {

    @ParameterizedTest
    @CsvSource({
        "PERSONAL_DATA, 2013-11-22, 2014-11-23",
        "EVALUATION_ANSWERS, 2016-02-29, 2017-03-01",
        "ORDINARY, 2013-11-22, 2019-01-01",
        "ORDINARY, 2013-12-31, 2019-01-01",
    })
    void whenItMayBeDestroyed(Content content, LocalDate closed, LocalDate from) {
        assertThat(content.retention().destroyedFrom(closed)).contains(from);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT_TEXT", "ISSUED", "SILENCE_OBJECTION", "NATIONAL_POSITION"})
    void whatIsPolicyIsKeptForGood(Content content) {
        assertThat(content.retention().destroyedFrom(LocalDate.of(2013, 1, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PERSONAL, 2017-03-01", "PERSONAL, 2016-02-29", "WORKING, 2019-01-01", "WORKING, 2018-12-31"})
    void whatEndedBeforeThatDayMayBeDestroyedAndNothingIsLeftForLong(Retention retention, LocalDate today) {
        LocalDate before = retention.endedBefore(today).orElseThrow();
        assertThat(retention.destroyedFrom(before.minusDays(1)).orElseThrow()).isBeforeOrEqualTo(today);
        assertThat(retention.destroyedFrom(before.plusDays(1)).orElseThrow()).isAfter(today);
    }

    @Test
    void everyContentHasARetention() {
        for (Content content : Content.values()) {
            assertThat(content.retention()).isNotNull();
        }
    }
}
