package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.accord.tasks.Delegations.Delegation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingLimitTests {

    private static Optional<Delegation> upTo(int limit) {
        return Optional.of(
                new Delegation("chief", BigDecimal.valueOf(limit), LocalDate.of(2010, 1, 1), null, "head-of-mission"));
    }

    @ParameterizedTest
    @CsvSource({
        "'CHIEF, CERT', CHIEF, 10000, 10000, true",
        "'CHIEF, CERT', CHIEF, 10000.01, 10000, false",
        "'CHIEF, PAO, CERT', CHIEF, 40000, 10000, true",
        "'CHIEF, PAO, CERT', PAO, 40000, 10000, false",
        "'CHIEF, PAO, HOM, CERT', PAO, 140000, 50000, true",
        "'CHIEF, PAO, HOM, CERT', HOM, 150001, 150000, false",
        "'CHIEF, PAO, HOM, BOARD, CERT', HOM, 900000, 150000, true"
    })
    void onlyTheLastWhoDecidesOnTheMoneyNeedsALimitThatCoversIt(
            String chain, String link, String amount, int limit, boolean covered) {
        assertThat(SpendingLimit.of(amount, chain, link).isCoveredBy(upTo(limit)))
                .isEqualTo(covered);
    }

    @Test
    void everybodyNeedsADelegation() {
        SpendingLimit first = SpendingLimit.of("500", "CHIEF, PAO, CERT", "CHIEF");
        assertThat(first.isCoveredBy(Optional.empty())).isFalse();
        assertThat(first.isCoveredBy(upTo(0))).isTrue();
    }

    @Test
    void noLimitCoversATotalThatNobodyKnows() {
        assertThat(SpendingLimit.of(null, "CHIEF, CERT", "CHIEF").isCoveredBy(upTo(1_000_000)))
                .isFalse();
    }
}
