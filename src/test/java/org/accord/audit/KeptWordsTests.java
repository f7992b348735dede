package org.accord.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptWordsTests {

    private static final Instant WRITTEN = Instant.parse("2013-03-05T23:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "2013-12-31T23:59:59Z, 2018-12-31T23:59:59Z, false",
        "2013-12-31T23:59:59Z, 2019-01-01T00:00:00Z, true",
        "2014-01-01T00:00:00Z, 2019-12-31T12:00:00Z, false",
        "2014-01-01T00:00:00Z, 2020-01-01T00:00:00Z, true"
    })
    void wordsOfACaseAreKeptUntilFiveFullYearsAreOver(Instant ended, Instant now, boolean over) {
        assertThat(new KeptWords(1, WRITTEN, "WKS-2013-001", ended, null).isOver(now))
                .isEqualTo(over);
    }

    @Test
    void wordsOfARunningCaseAreKept() {
        assertThat(new KeptWords(1, WRITTEN, "WKS-2013-001", null, null).isOver(Instant.parse("2099-01-01T00:00:00Z")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2014-03-05T23:59:59Z, false", "2014-03-06T00:00:00Z, true"})
    void otherWordsAreKeptForAYear(Instant now, boolean over) {
        assertThat(new KeptWords(1, WRITTEN, null, null, null).isOver(now)).isEqualTo(over);
    }
}
