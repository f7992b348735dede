package org.accord.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.accord.decisions.SilenceProcedure.Heard;
import org.accord.decisions.SilenceProcedure.Outcome;

/** Whatever is said in whatever order: the silence is broken if and only if a valid objection arrived before its end. */
class SilencePropertyTests {

    private static final List<String> STATES = List.of("KZ", "KG", "TJ", "TM", "UZ");
    private static final Instant OPENED = Instant.parse("2026-11-24T07:00:00Z");
    private static final int LENGTH = 100;
    private static final int EXTENSION = 30;
    private static final Instant EXPIRY = OPENED.plusSeconds(LENGTH);

    enum Deed {
        SAY,
        WITHDRAW,
        LEAVE,
        CHAIR_EXTENDS
    }

    /** Something that happens, so many seconds after the opening. */
    record Happening(Deed deed, String state, Position position, int second) {

        Instant at() {
            return OPENED.plusSeconds(second);
        }
    }

    /** A run of the rule, beside a plain reading of what should come of it. */
    private static final class Run {

        private SilenceProcedure silence;
        private final Set<String> left = new HashSet<>();
        private final Set<String> spoken = new HashSet<>();
        private Instant expiry = EXPIRY;
        private boolean objected;
        private int late;

        Run(Set<String> entitled) {
            silence = SilenceProcedure.begin(EXPIRY, entitled);
        }

        static Run of(Set<String> entitled, List<Happening> happenings) {
            Run run = new Run(entitled);
            happenings.forEach(run::happen);
            return run;
        }

        void happen(Happening happening) {
            Instant at = happening.at();
            boolean running = !objected && at.isBefore(expiry);
            switch (happening.deed()) {
                case SAY -> say(happening, running);
                case WITHDRAW -> {
                    silence = silence.withdrawn(happening.state(), at);
                    if (running) {
                        spoken.remove(happening.state());
                    }
                }
                case LEAVE -> {
                    silence = silence.left(happening.state(), at);
                    if (running) {
                        left.add(happening.state());
                        spoken.remove(happening.state());
                    }
                }
                case CHAIR_EXTENDS -> {
                    silence = silence.extendedTo(silence.expiry().plusSeconds(EXTENSION), at);
                    if (running) {
                        expiry = expiry.plusSeconds(EXTENSION);
                    }
                }
            }
        }

        private void say(Happening happening, boolean running) {
            Instant at = happening.at();
            if (!silence.isOver(at) && silence.isRepeated(happening.state(), happening.position())) {
                assertThat(spoken).contains(happening.state());
                return;
            }
            Heard heard = silence.hear(happening.state(), happening.position(), at, SilenceTable.SHIPPED);
            SilenceProcedure before = silence;
            silence = heard.after();
            if (heard.effect() == Effect.EXTENDED) {
                silence = silence.extendedTo(silence.expiry().plusSeconds(EXTENSION), at);
                expiry = expiry.plusSeconds(EXTENSION);
            }
            boolean valid = running && before.entitled().contains(happening.state());
            if (valid && happening.position().isPosition()) {
                spoken.add(happening.state());
            }
            objected |= valid && happening.position().blocks();
            late += heard.effect() == Effect.LATE ? 1 : 0;
            assertThat(heard.effect() == Effect.LATE).isEqualTo(!running);
        }
    }

    @Property
    void itIsBrokenIfAndOnlyIfAValidObjectionArrivedBeforeItsEnd(
            @ForAll("electorates") Set<String> entitled, @ForAll("histories") List<Happening> happenings) {
        Run run = Run.of(entitled, happenings);
        Instant afterwards = run.expiry.plusSeconds(1);

        assertThat(run.silence.outcome(afterwards) == Outcome.BROKEN).isEqualTo(run.objected);
        assertThat(run.silence.expiry()).isEqualTo(run.expiry);
    }

    @Property
    void whatIsNotBrokenIsAdoptedAtItsEndAsLongAsAnybodyCouldHaveObjected(
            @ForAll("electorates") Set<String> entitled, @ForAll("histories") List<Happening> happenings) {
        Run run = Run.of(entitled, happenings);
        Outcome outcome = run.silence.outcome(run.expiry);

        assertThat(outcome).isNotEqualTo(Outcome.RUNNING);
        if (!run.objected) {
            boolean anybody = !run.left.containsAll(entitled);
            assertThat(outcome).isEqualTo(anybody ? Outcome.ADOPTED : Outcome.LAPSED);
        }
    }

    @Property
    void nothingSaidAfterItsEndChangesAnything(
            @ForAll("electorates") Set<String> entitled,
            @ForAll("histories") List<Happening> happenings,
            @ForAll("states") String state,
            @ForAll("positions") Position position) {
        Run run = Run.of(entitled, happenings);
        Heard late = run.silence.hear(state, position, run.expiry, SilenceTable.SHIPPED);

        assertThat(late.effect()).isEqualTo(Effect.LATE);
        assertThat(late.after()).isEqualTo(run.silence);
    }

    @Property
    void aSecondRoundKnowsNothingOfTheFirst(
            @ForAll("electorates") Set<String> entitled,
            @ForAll("histories") List<Happening> first,
            @ForAll("histories") List<Happening> second) {
        Run.of(entitled, first);

        assertThat(Run.of(entitled, second).silence).isEqualTo(Run.of(entitled, new ArrayList<>(second)).silence);
        assertThat(new Run(entitled).silence.spoken()).isEmpty();
    }

    @Property
    void noStateSpeaksTwiceUnlessItTookItsPositionBack(
            @ForAll("electorates") Set<String> entitled, @ForAll("histories") List<Happening> happenings) {
        Run run = Run.of(entitled, happenings);

        assertThat(run.silence.spoken()).isEqualTo(run.spoken).isSubsetOf(entitled);
    }

    @Property
    void onlyTheEntitledMoveOrBreakIt(
            @ForAll("electorates") Set<String> entitled, @ForAll("histories") List<Happening> happenings) {
        List<Happening> ofOthers = happenings.stream()
                .filter(happening -> happening.deed() == Deed.SAY && !entitled.contains(happening.state()))
                .toList();
        Run run = Run.of(entitled, ofOthers);

        assertThat(run.silence).isEqualTo(SilenceProcedure.begin(EXPIRY, entitled));
    }

    @Provide
    Arbitrary<String> states() {
        return Arbitraries.of(STATES);
    }

    @Provide
    Arbitrary<Position> positions() {
        return Arbitraries.of(
                Position.SUPPORT,
                Position.ABSTAIN,
                Position.STATEMENT,
                Position.OBJECT,
                Position.AMEND,
                Position.EXTEND,
                Position.CORRECTION);
    }

    @Provide
    Arbitrary<Set<String>> electorates() {
        return states().set().ofMinSize(1).ofMaxSize(STATES.size());
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        Arbitrary<Deed> deeds = Arbitraries.frequencyOf(
                Tuple.of(7, Arbitraries.just(Deed.SAY)), Tuple.of(1, Arbitraries.of(Deed.values())));
        Arbitrary<Integer> seconds = Arbitraries.oneOf(
                Arbitraries.integers().between(0, LENGTH + 2 * EXTENSION),
                Arbitraries.of(LENGTH - 1, LENGTH, LENGTH + 1, LENGTH + EXTENSION - 1, LENGTH + EXTENSION));
        return Combinators.combine(deeds, states(), positions(), seconds)
                .as(Happening::new)
                .list()
                .ofMaxSize(14)
                .map(list -> list.stream()
                        .sorted(Comparator.comparingInt(Happening::second))
                        .toList());
    }
}
