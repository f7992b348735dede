package org.accord.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.accord.decisions.SilenceProcedure.Heard;
import org.accord.decisions.SilenceProcedure.Outcome;
import org.junit.jupiter.api.Test;

/** Rules 1 to 5 of jpoa.md 3.4, and D3 as it is shipped. */
class SilenceProcedureTests {

    private static final Instant EXPIRY = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant BEFORE = EXPIRY.minusMillis(1);
    private static final SilenceProcedure SILENCE = SilenceProcedure.begin(EXPIRY, Set.of("KZ", "KG", "TJ", "TM"));

    private static Heard hear(SilenceProcedure silence, String sender, Position position, Instant at) {
        return silence.hear(sender, position, at, SilenceTable.SHIPPED);
    }

    @Test
    void anObjectionReceivedBeforeTheExpiryBreaksIt() {
        Heard heard = hear(SILENCE, "KZ", Position.OBJECT, BEFORE);
        assertThat(heard.effect()).isEqualTo(Effect.BROKEN);
        assertThat(heard.after().outcome(BEFORE)).isEqualTo(Outcome.BROKEN);
        assertThat(heard.after().outcome(EXPIRY)).isEqualTo(Outcome.BROKEN);
        assertThat(heard.after().isOver(BEFORE)).isTrue();
    }

    @Test
    void anAmendmentHoweverSmallBreaksItToo() {
        Heard heard = hear(SILENCE, "TM", Position.AMEND, BEFORE);
        assertThat(heard.effect()).isEqualTo(Effect.REDRAFT);
        assertThat(heard.after().outcome(BEFORE)).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void anObjectionReceivedAtTheExpiryIsTooLateAndChangesNothing() {
        Heard heard = hear(SILENCE, "KZ", Position.OBJECT, EXPIRY);
        assertThat(heard.effect()).isEqualTo(Effect.LATE);
        assertThat(heard.after()).isSameAs(SILENCE);
        assertThat(SILENCE.outcome(EXPIRY)).isEqualTo(Outcome.ADOPTED);
    }

    @Test
    void untilTheExpiryNothingIsAdopted() {
        assertThat(SILENCE.outcome(BEFORE)).isEqualTo(Outcome.RUNNING);
        assertThat(SILENCE.isOver(BEFORE)).isFalse();
        assertThat(SILENCE.isOver(EXPIRY)).isTrue();
    }

    @Test
    void anObserverCannotBreakIt() {
        Heard heard = hear(SILENCE, "UZ", Position.OBJECT, BEFORE);
        assertThat(heard.effect()).isEqualTo(Effect.COMMENT);
        assertThat(heard.after()).isSameAs(SILENCE);
    }

    @Test
    void aStateThatHasLeftCannotBreakItAnyMore() {
        SilenceProcedure without = SILENCE.left("KG", BEFORE);
        assertThat(without.entitled()).containsExactlyInAnyOrder("KZ", "TJ", "TM");
        assertThat(hear(without, "KG", Position.OBJECT, BEFORE).effect()).isEqualTo(Effect.COMMENT);
    }

    @Test
    void leavingAfterItsEndChangesNothing() {
        assertThat(SILENCE.left("KG", EXPIRY)).isSameAs(SILENCE);
    }

    @Test
    void theSilenceOfNobodyAdoptsNothing() {
        SilenceProcedure empty = SilenceProcedure.begin(EXPIRY, Set.of("KZ")).left("KZ", BEFORE);
        assertThat(empty.outcome(BEFORE)).isEqualTo(Outcome.RUNNING);
        assertThat(empty.outcome(EXPIRY)).isEqualTo(Outcome.LAPSED);
    }

    @Test
    void aStatementDoesNotBlockAndIsThePositionOfItsState() {
        Heard heard = hear(SILENCE, "KZ", Position.STATEMENT, BEFORE);
        assertThat(heard.effect()).isEqualTo(Effect.STATEMENT);
        assertThat(heard.after().spoken()).containsExactly("KZ");
        assertThat(heard.after().outcome(EXPIRY)).isEqualTo(Outcome.ADOPTED);
    }

    @Test
    void aSecondPositionOfOneStateIsARepetitionAndOneOfAnObserverIsNot() {
        SilenceProcedure after = hear(SILENCE, "KZ", Position.SUPPORT, BEFORE).after();
        assertThat(after.isRepeated("KZ", Position.OBJECT)).isTrue();
        assertThat(after.isRepeated("KG", Position.OBJECT)).isFalse();
        assertThat(after.isRepeated("KZ", Position.EXTEND)).isFalse();
        assertThat(after.isRepeated("UZ", Position.OBJECT)).isFalse();
        assertThat(SILENCE.isRepeated("KZ", Position.OBJECT)).isFalse();
    }

    @Test
    void aWithdrawnPositionLeavesRoomForAnother() {
        SilenceProcedure after = hear(SILENCE, "KZ", Position.SUPPORT, BEFORE).after();
        assertThat(after.withdrawn("KZ", BEFORE).isRepeated("KZ", Position.OBJECT))
                .isFalse();
        assertThat(after.withdrawn("KZ", EXPIRY)).isSameAs(after);
    }

    @Test
    void whatBrokeItCannotBeTakenBack() {
        SilenceProcedure broken = hear(SILENCE, "KZ", Position.OBJECT, BEFORE).after();
        assertThat(broken.withdrawn("KZ", BEFORE).outcome(BEFORE)).isEqualTo(Outcome.BROKEN);
        assertThat(broken.left("KZ", BEFORE).outcome(BEFORE)).isEqualTo(Outcome.BROKEN);
        assertThat(hear(broken, "KG", Position.AMEND, BEFORE).effect()).isEqualTo(Effect.LATE);
    }

    @Test
    void theFirstRequestForMoreTimeIsGivenAndTheNextIsForTheChair() {
        Heard first = hear(SILENCE, "KZ", Position.EXTEND, BEFORE);
        assertThat(first.effect()).isEqualTo(Effect.EXTENDED);
        assertThat(first.after().spoken()).isEmpty();
        Heard second = hear(first.after(), "KG", Position.EXTEND, BEFORE);
        assertThat(second.effect()).isEqualTo(Effect.CHAIR_DECIDES);
        assertThat(second.after().extensionsAsked()).isEqualTo(2);
    }

    @Test
    void timeThatWasGivenIsNeverTakenBackAndNothingIsExtendedThatIsOver() {
        Instant later = EXPIRY.plus(Duration.ofDays(7));
        SilenceProcedure extended = SILENCE.extendedTo(later, BEFORE);
        assertThat(extended.expiry()).isEqualTo(later);
        assertThat(extended.outcome(EXPIRY)).isEqualTo(Outcome.RUNNING);
        assertThat(extended.extendedTo(EXPIRY, BEFORE)).isSameAs(extended);
        assertThat(extended.extendedTo(later, BEFORE)).isSameAs(extended);
        assertThat(SILENCE.extendedTo(later, EXPIRY)).isSameAs(SILENCE);
        assertThat(hear(SILENCE, "KZ", Position.OBJECT, BEFORE)
                        .after()
                        .extendedTo(later, BEFORE)
                        .expiry())
                .isEqualTo(EXPIRY);
    }

    @Test
    void aCorrectionWaitsForTheReviserAndIsNoPosition() {
        Heard heard = hear(SILENCE, "KZ", Position.CORRECTION, BEFORE);
        assertThat(heard.effect()).isEqualTo(Effect.REVISER_DECIDES);
        assertThat(heard.after().spoken()).isEmpty();
        assertThat(heard.after().extensionsAsked()).isZero();
    }

    @Test
    void wordsThatNoRowKnowsChangeNothing() {
        Heard heard = hear(SILENCE, "KZ", Position.DEFERRED, BEFORE);
        assertThat(heard.effect()).isEqualTo(Effect.REFUSED);
        assertThat(heard.after()).isSameAs(SILENCE);
    }
}
