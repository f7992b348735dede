package org.accord.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.accord.core.LocalText;
import org.accord.decisions.DecisionRow.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** D8: who may know what others have said. */
class DisclosureTests {

    private static final Instant MOMENT = Instant.parse("2011-11-30T09:00:00Z");
    private static final Terms OF_STATES = Terms.NONE;
    private static final Terms OF_POSTS = new Terms(null, 0, 0, 0, "SIMPLE", "0", "0", null, false, true);

    private static final Disclosure KAZAKHSTAN = new Disclosure(Set.of("KZ"), "focal-point.kz", false);
    private static final Disclosure UZBEKISTAN = new Disclosure(Set.of("UZ"), "focal-point.uz", false);
    private static final Disclosure OFFICER = new Disclosure(Set.of(), "political-officer", true);
    private static final Disclosure DONOR = new Disclosure(Set.of(), "donor", false);

    private static final Electorate ELECTORATE = new Electorate(List.of(
            new Electorate.Member("KZ", Electorate.Standing.ENTITLED, "participates"),
            new Electorate.Member("TJ", Electorate.Standing.ENTITLED, "participates"),
            new Electorate.Member("UZ", Electorate.Standing.LEFT, "observer")));
    private static final Electorate POSTS = Electorate.of(List.of("expert.1", "expert.2"), "holds");

    private final Said tajik = said("TJ", Effect.NOTED);

    @Test
    void aNationalPositionIsForItsOwnStateTheOfficerAndTheChair() {
        DecisionRow clearance = row(Kind.CLEARANCE, OF_STATES, false, true);

        assertThat(OFFICER.shows(clearance, ELECTORATE, tajik)).isTrue();
        assertThat(KAZAKHSTAN.shows(clearance, ELECTORATE, said("KZ", Effect.NOTED)))
                .isTrue();
        assertThat(KAZAKHSTAN.shows(clearance, ELECTORATE, tajik)).isFalse();
        assertThat(DONOR.shows(clearance, ELECTORATE, tajik)).isFalse();
        assertThat(KAZAKHSTAN.showsAll(clearance, ELECTORATE)).isFalse();
        assertThat(OFFICER.showsAll(clearance, ELECTORATE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onceReleasedItIsForEverybodyWhoSeesTheCase(Kind kind) {
        DecisionRow released = row(kind, OF_STATES, true, false);

        assertThat(DONOR.shows(released, ELECTORATE, tajik)).isTrue();
        assertThat(DONOR.showsAll(released, ELECTORATE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "CLEARANCE", mode = EnumSource.Mode.EXCLUDE)
    void whatIsSaidTogetherIsForThoseWhoDecideTogether(Kind kind) {
        DecisionRow together = row(kind, OF_STATES, false, false);

        assertThat(KAZAKHSTAN.shows(together, ELECTORATE, tajik)).isTrue();
        assertThat(KAZAKHSTAN.showsAll(together, ELECTORATE)).isTrue();
        assertThat(UZBEKISTAN.shows(together, ELECTORATE, tajik)).isFalse();
        assertThat(UZBEKISTAN.showsAll(together, ELECTORATE)).isFalse();
        assertThat(DONOR.shows(together, ELECTORATE, tajik)).isFalse();
    }

    @Test
    void whatIsOnlyKeptIsForWhoeverSentItAndTheTrusted() {
        DecisionRow silence = row(Kind.SILENCE, OF_STATES, false, false);
        Said late = said("TJ", Effect.LATE);

        assertThat(KAZAKHSTAN.shows(silence, ELECTORATE, late)).isFalse();
        assertThat(OFFICER.shows(silence, ELECTORATE, late)).isTrue();
        assertThat(new Disclosure(Set.of("TJ"), "focal-point.tj", false).shows(silence, ELECTORATE, late))
                .isTrue();
    }

    @Test
    void wherePostsDecideTheyReadEachOther() {
        DecisionRow ballot = row(Kind.BALLOT, OF_POSTS, false, true);
        Said second = said("expert.2", Effect.CAST);

        assertThat(person("expert.1").shows(ballot, POSTS, second)).isTrue();
        assertThat(person("expert.2").shows(ballot, POSTS, second)).isTrue();
        assertThat(person("expert.3").shows(ballot, POSTS, second)).isFalse();
        assertThat(person("expert.3").shows(ballot, POSTS, said("expert.3", Effect.COMMENT)))
                .isTrue();
    }

    @Test
    void aSecretVoteIsForNobody() {
        DecisionRow released = row(Kind.BALLOT, OF_STATES, true, false);

        assertThat(OFFICER.shows(released, ELECTORATE, said(null, Effect.CAST))).isFalse();
    }

    @Test
    void theCountIsShownOnceItIsClosed() {
        assertThat(DONOR.showsCount(row(Kind.BALLOT, OF_STATES, false, true))).isFalse();
        assertThat(OFFICER.showsCount(row(Kind.CLEARANCE, OF_STATES, true, true)))
                .isFalse();
        assertThat(DONOR.showsCount(row(Kind.BALLOT, OF_STATES, false, false))).isTrue();
        assertThat(DONOR.showsCount(row(Kind.CLEARANCE, OF_STATES, false, false)))
                .isFalse();
        assertThat(OFFICER.showsCount(row(Kind.CLEARANCE, OF_STATES, false, false)))
                .isTrue();
        assertThat(DONOR.showsCount(row(Kind.CLEARANCE, OF_STATES, true, false)))
                .isTrue();
    }

    private static Disclosure person(String name) {
        return new Disclosure(Set.of(), name, false);
    }

    private static Said said(String sender, Effect effect) {
        return new Said(
                new UUID(0, 1), sender, Position.OBJECT, effect, true, Map.of(), null, null, null, MOMENT, null);
    }

    private static DecisionRow row(Kind kind, Terms terms, boolean released, boolean open) {
        return new DecisionRow(
                "CLR-2011-001.topic.1",
                "CLR-2011-001",
                "topic",
                1,
                kind,
                new LocalText(Map.of("en", "Question?", "ru", "Вопрос?")),
                "NFP",
                terms,
                MOMENT,
                null,
                null,
                0,
                open ? null : "CLOSED",
                open ? null : MOMENT,
                null,
                null,
                null,
                null,
                null,
                released);
    }
}
