package org.accord.decisions;

import static org.accord.decisions.Count.Outcome.ADOPTED;
import static org.accord.decisions.Count.Outcome.NO_QUORUM;
import static org.accord.decisions.Count.Outcome.REJECTED;
import static org.accord.decisions.Position.ABSTAIN;
import static org.accord.decisions.Position.OBJECT;
import static org.accord.decisions.Position.STATEMENT;
import static org.accord.decisions.Position.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.decisions.BallotRule.Majority;
import org.accord.decisions.Electorate.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotTests {

    private static final List<String> FIVE = List.of("KZ", "KG", "TJ", "TM", "UZ");
    private static final BallotRule CONSENSUS = rule(Majority.CONSENSUS, "1", "all");
    private static final BallotRule SIMPLE = rule(Majority.SIMPLE, "1", "3");
    private static final BallotRule TWO_THIRDS = rule(Majority.QUALIFIED, "2/3", "1/2");

    private static BallotRule rule(Majority majority, String threshold, String quorum) {
        return new BallotRule(majority, share(threshold), share(quorum), Set.of(), false);
    }

    private static Share share(String text) {
        return Share.find(text).orElseThrow();
    }

    private static Ballot cast(BallotRule rule, Position... positions) {
        return cast(rule, Electorate.of(FIVE, "participates"), positions);
    }

    private static Ballot cast(BallotRule rule, Electorate electorate, Position... positions) {
        Map<String, Position> votes = new LinkedHashMap<>();
        for (int i = 0; i < positions.length; i++) {
            votes.put(FIVE.get(i), positions[i]);
        }
        return new Ballot(rule, electorate, votes);
    }

    @Test
    void consensusIsTheAbsenceOfAnyObjection() {
        assertThat(cast(CONSENSUS, SUPPORT, SUPPORT, STATEMENT, ABSTAIN, SUPPORT)
                        .count()
                        .outcome())
                .isEqualTo(ADOPTED);
        assertThat(cast(CONSENSUS, SUPPORT, SUPPORT, SUPPORT, SUPPORT, OBJECT)
                        .count()
                        .outcome())
                .isEqualTo(REJECTED);
        assertThat(cast(CONSENSUS, SUPPORT, SUPPORT, SUPPORT, SUPPORT).count().outcome())
                .isEqualTo(NO_QUORUM);
    }

    @Test
    void aSimpleMajorityNeedsMoreForThanAgainstAndLooksAtNoAbstention() {
        assertThat(cast(SIMPLE, SUPPORT, ABSTAIN, ABSTAIN).count().outcome()).isEqualTo(ADOPTED);
        assertThat(cast(SIMPLE, SUPPORT, OBJECT, ABSTAIN).count().outcome()).isEqualTo(REJECTED);
        assertThat(cast(SIMPLE, ABSTAIN, ABSTAIN, ABSTAIN).count().outcome()).isEqualTo(REJECTED);
        assertThat(cast(SIMPLE, SUPPORT, SUPPORT).count().outcome()).isEqualTo(NO_QUORUM);
    }

    @Test
    void aQualifiedMajorityIsReachedAtItsPartAndNotBelow() {
        assertThat(cast(TWO_THIRDS, SUPPORT, SUPPORT, OBJECT).count().outcome()).isEqualTo(ADOPTED);
        assertThat(cast(TWO_THIRDS, SUPPORT, SUPPORT, SUPPORT, OBJECT, OBJECT)
                        .count()
                        .outcome())
                .isEqualTo(REJECTED);
        assertThat(cast(TWO_THIRDS, ABSTAIN, ABSTAIN, ABSTAIN).count().outcome())
                .isEqualTo(REJECTED);
    }

    @Test
    void aVetoRejectsWhateverTheOthersSay() {
        BallotRule veto = new BallotRule(Majority.SIMPLE, Share.NONE, share("1"), Set.of("KZ"), false);
        Count count = cast(veto, OBJECT, SUPPORT, SUPPORT, SUPPORT).count();
        assertThat(count.outcome()).isEqualTo(REJECTED);
        assertThat(count.vetoed()).isTrue();
        assertThat(cast(veto, SUPPORT, OBJECT, SUPPORT).count().vetoed()).isFalse();
        assertThat(cast(veto, ABSTAIN, SUPPORT).count().outcome()).isEqualTo(ADOPTED);
    }

    @Test
    void whoeverStandsBackOrLeavesCountsNeitherForTheBaseNorForTheQuorum() {
        Electorate three = Electorate.of(FIVE, "participates")
                .with("TM", Standing.RECUSED, "interest")
                .with("UZ", Standing.LEFT, "observer");
        Count count = cast(CONSENSUS, three, SUPPORT, SUPPORT, SUPPORT, OBJECT, OBJECT)
                .count();
        assertThat(count).isEqualTo(new Count(ADOPTED, 3, 3, 3, 0, 0, 0, 1, 1, 3, false));
    }

    @Test
    void anObserverIsNamedAndNotCounted() {
        Electorate electorate = Electorate.of(FIVE, "participates").with("UZ", Standing.OBSERVER, "observes");
        Count count = cast(rule(Majority.CONSENSUS, "1", "3"), electorate, SUPPORT, SUPPORT, SUPPORT, STATEMENT)
                .count();
        assertThat(count).isEqualTo(new Count(ADOPTED, 4, 4, 4, 0, 0, 1, 1, 0, 3, false));
    }

    @Test
    void withoutAnybodyWhoVotesThereIsNoQuorum() {
        assertThat(cast(rule(Majority.CONSENSUS, "1", "0")).count().outcome()).isEqualTo(NO_QUORUM);
        Electorate nobody = Electorate.of(List.of("KZ"), "participates").with("KZ", Standing.LEFT, "observer");
        assertThat(cast(SIMPLE, nobody, SUPPORT).count().outcome()).isEqualTo(NO_QUORUM);
    }

    @Test
    void aMajorityIsSettledWhenTheOthersCannotTurnIt() {
        assertThat(cast(SIMPLE, SUPPORT, SUPPORT).isSettled()).isFalse();
        assertThat(cast(SIMPLE, SUPPORT, SUPPORT, SUPPORT).isSettled()).isTrue();
        assertThat(cast(SIMPLE, OBJECT, OBJECT, OBJECT).isSettled()).isTrue();
        assertThat(cast(SIMPLE, SUPPORT, OBJECT, ABSTAIN, ABSTAIN).isSettled()).isFalse();
        assertThat(cast(SIMPLE, SUPPORT, OBJECT, ABSTAIN, ABSTAIN, ABSTAIN).isSettled())
                .isTrue();
    }

    @Test
    void aVetoThatIsStillAwaitedKeepsItOpen() {
        BallotRule veto = new BallotRule(Majority.SIMPLE, Share.NONE, share("1"), Set.of("UZ"), false);
        assertThat(cast(veto, SUPPORT, SUPPORT, SUPPORT, SUPPORT).isSettled()).isFalse();
        assertThat(cast(veto, SUPPORT, SUPPORT, SUPPORT, SUPPORT, ABSTAIN).isSettled())
                .isTrue();
        BallotRule heard = new BallotRule(Majority.SIMPLE, Share.NONE, share("1"), Set.of("KZ"), false);
        assertThat(cast(heard, OBJECT).isSettled()).isTrue();
    }

    @Test
    void aConsensusIsSettledOnlyWhenAllHaveSpokenAndNobodyObjects() {
        assertThat(cast(CONSENSUS, SUPPORT, SUPPORT, SUPPORT, SUPPORT).isSettled())
                .isFalse();
        assertThat(cast(CONSENSUS, SUPPORT, SUPPORT, SUPPORT, SUPPORT, SUPPORT).isSettled())
                .isTrue();
        assertThat(cast(CONSENSUS, SUPPORT, SUPPORT, SUPPORT, SUPPORT, OBJECT).isSettled())
                .isFalse();
    }

    @Test
    void aVoteMayBeTakenBackInAnOpenConsensusOnly() {
        assertThat(CONSENSUS.mayWithdraw()).isTrue();
        assertThat(SIMPLE.mayWithdraw()).isFalse();
        assertThat(new BallotRule(Majority.CONSENSUS, Share.NONE, Share.NONE, Set.of(), true).mayWithdraw())
                .isFalse();
    }

    @Test
    void thoseAwaitedAreTheEntitledWhoHaveNotVoted() {
        Electorate electorate = Electorate.of(FIVE, "participates").with("TJ", Standing.RECUSED, "interest");
        assertThat(cast(SIMPLE, electorate, SUPPORT).awaited()).containsExactly("KG", "TM", "UZ");
    }

    @ParameterizedTest
    @CsvSource({"3, 5, 3", "2/3, 5, 4", "1/2, 5, 3", "1/2, 4, 2", "all, 5, 5", "all, 0, 0", "0, 5, 0", "1/3, 1, 1"})
    void aShareOfAWholeIsRoundedUp(String share, int whole, int wanted) {
        assertThat(share(share).of(whole)).isEqualTo(wanted);
        assertThat(share(share).isReachedBy(wanted, whole)).isTrue();
        assertThat(share(share).isReachedBy(wanted - 1, whole)).isFalse();
        assertThat(share(share)).hasToString(share);
    }

    @ParameterizedTest
    @CsvSource({"''", "-1", "3/2", "1/0", "half", "1000", "1/2/3", "' 3'"})
    void whatIsNoShareIsNone(String text) {
        assertThat(Share.find(text)).isEmpty();
    }

    @Test
    void membersKeepTheirPlaceWhateverBecomesOfThem() {
        Electorate electorate = Electorate.of(FIVE, "participates").with("KG", Standing.LEFT, "observer");
        assertThat(electorate.members()).extracting(Electorate.Member::voter).containsExactlyElementsOf(FIVE);
        assertThat(electorate.entitled()).containsExactly("KZ", "TJ", "TM", "UZ");
        assertThat(electorate.isEntitled("KG")).isFalse();
        assertThat(electorate.isEntitled("NO")).isFalse();
        assertThat(electorate.count(Standing.LEFT)).isEqualTo(1);
        assertThat(electorate.member("KG")).contains(new Electorate.Member("KG", Standing.LEFT, "observer"));
    }
}
