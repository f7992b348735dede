package org.accord.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ToldTests {

    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-12-01T09:00:00Z");
    private static final Entry WORKSHOP = MonthTests.gathering("DLV-2026-001", "2027-06-03", "2027-06-05");
    private static final Entry MOVED = MonthTests.gathering("DLV-2026-001", "2027-06-10", "2027-06-12");

    private static Told told() {
        return Told.of(null, WORKSHOP, MONDAY);
    }

    @Test
    void theSameIsToldUnderTheSameNumber() {
        Told told = told();
        assertThat(told.sequence()).isZero();
        assertThat(Told.of(told, WORKSHOP, TUESDAY)).isSameAs(told);
    }

    @Test
    void aChangeHasTheNextNumberAndItsOwnTime() {
        Told moved = Told.of(told(), MOVED, TUESDAY);
        assertThat(moved.sequence()).isEqualTo(1);
        assertThat(moved.at()).isEqualTo(TUESDAY);
        assertThat(moved.when()).isEqualTo(MOVED.when());
        assertThat(moved.uid()).isEqualTo(told().uid());
    }

    @Test
    void whatIsOffIsToldOnceAndMayComeBack() {
        Told off = told().withdrawn(TUESDAY);
        assertThat(off.sequence()).isEqualTo(1);
        assertThat(off.withdrawn(TUESDAY.plusSeconds(60))).isSameAs(off);
        Told again = Told.of(off, WORKSHOP, TUESDAY);
        assertThat(again.sequence()).isEqualTo(2);
        assertThat(again.withdrawn()).isFalse();
    }

    @Test
    void whatLiesBeyondTheTimeThatIsToldIsLeftAlone() {
        Ledger.Span span = new Ledger.Span(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 6, 3), ZoneOffset.UTC);
        assertThat(span.covers(WORKSHOP.when())).as("begins on the last day").isTrue();
        assertThat(span.covers(MOVED.when())).isFalse();
        assertThat(span.covers(new When.Moment(Instant.parse("2026-10-31T23:59:59Z"))))
                .isFalse();
        assertThat(span.covers(new When.Moment(Instant.parse("2026-11-01T00:00:00Z"))))
                .isTrue();
    }

    @Test
    void anInvitationIsNewUntilAMailHasToldItAndAfterEachChange() {
        Told told = told();
        assertThat(told.isNewByMail()).isTrue();
        assertThat(told.withdrawn(TUESDAY).isNewByMail())
                .as("nobody was invited")
                .isFalse();
        Told mailed = new Told(told.uid(), told.caseKey(), 0, told.facts(), told.when(), told.at(), false, 0);
        assertThat(mailed.isNewByMail()).isFalse();
        assertThat(Told.of(mailed, MOVED, TUESDAY).isNewByMail()).isTrue();
        assertThat(mailed.withdrawn(TUESDAY).isNewByMail()).isTrue();
    }
}
