package org.accord.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.accord.decisions.BallotRule.Majority;
import org.accord.decisions.Electorate.Standing;

class BallotPropertyTests {

    private static final List<String> SEVEN = List.of("A", "B", "C", "D", "E", "F", "G");

    private static Ballot with(Ballot ballot, String voter, Position position) {
        Map<String, Position> votes = new LinkedHashMap<>(ballot.votes());
        votes.put(voter, position);
        return new Ballot(ballot.rule(), ballot.electorate(), votes);
    }

    private static Ballot without(Ballot ballot, String voter, Standing standing) {
        return new Ballot(ballot.rule(), ballot.electorate().with(voter, standing, "interest"), ballot.votes());
    }

    @Property
    void theSumOfTheKindsOfVotesIsTheNumberOfVotes(@ForAll("ballots") Ballot ballot) {
        Count count = ballot.count();
        assertThat(count.yes() + count.no() + count.abstained()).isEqualTo(count.voted());
        assertThat(count.voted()).isLessThanOrEqualTo(count.entitled());
        assertThat(count.entitled() + count.uncounted() + count.recused())
                .isEqualTo(ballot.electorate().members().size());
    }

    @Property
    void withoutQuorumNothingIsDecidedAndWithItSomethingIs(@ForAll("ballots") Ballot ballot) {
        Count count = ballot.count();
        boolean quorum = count.voted() > 0 && count.voted() >= count.quorum();
        assertThat(count.outcome() == Count.Outcome.NO_QUORUM).isEqualTo(!quorum);
    }

    @Property
    void theOrderOfTheVotesMakesNoDifference(@ForAll("ballots") Ballot ballot, @ForAll long seed) {
        List<Map.Entry<String, Position>> votes = new ArrayList<>(ballot.votes().entrySet());
        Collections.shuffle(votes, new Random(seed));
        Map<String, Position> shuffled = new LinkedHashMap<>();
        votes.forEach(vote -> shuffled.put(vote.getKey(), vote.getValue()));
        assertThat(new Ballot(ballot.rule(), ballot.electorate(), shuffled).count())
                .isEqualTo(ballot.count());
    }

    @Property
    void anAbstentionNeverTurnsRejectionIntoAdoptionNorTheReverse(@ForAll("ballots") Ballot ballot) {
        for (String voter : ballot.awaited()) {
            Count.Outcome before = ballot.count().outcome();
            Count.Outcome after = with(ballot, voter, Position.ABSTAIN).count().outcome();
            if (before != Count.Outcome.NO_QUORUM) {
                assertThat(after).isEqualTo(before);
            }
        }
    }

    @Property
    void anObjectionMoreNeverAdoptsWhatWasNotAndASupportMoreNeverRejectsWhatWasAdopted(
            @ForAll("ballots") Ballot ballot) {
        for (String voter : ballot.awaited()) {
            Count.Outcome before = ballot.count().outcome();
            if (before == Count.Outcome.REJECTED) {
                assertThat(with(ballot, voter, Position.OBJECT).count().outcome())
                        .isEqualTo(Count.Outcome.REJECTED);
            }
            if (before == Count.Outcome.ADOPTED) {
                assertThat(with(ballot, voter, Position.SUPPORT).count().outcome())
                        .isEqualTo(Count.Outcome.ADOPTED);
            }
        }
    }

    @Property
    void standingBackTakesTheVoteAndTheSeatOutOfTheCount(
            @ForAll("ballots") Ballot ballot, @ForAll("voters") String voter) {
        Ballot after = without(ballot, voter, Standing.RECUSED);
        Map<String, Position> votes = new LinkedHashMap<>(ballot.votes());
        votes.remove(voter);
        Count never = new Ballot(ballot.rule(), after.electorate(), votes).count();
        assertThat(after.count()).isEqualTo(never);
        assertThat(after.count().entitled())
                .isEqualTo(after.electorate().entitled().size());
    }

    @Property
    void whatIsSettledStaysSoWhateverTheOthersDo(@ForAll("ballots") Ballot ballot, @ForAll long seed) {
        if (!ballot.isSettled()) {
            return;
        }
        Random choice = new Random(seed);
        Ballot later = ballot;
        for (String voter : ballot.awaited()) {
            later = switch (choice.nextInt(6)) {
                case 0 -> with(later, voter, Position.SUPPORT);
                case 1 -> with(later, voter, Position.OBJECT);
                case 2 -> with(later, voter, Position.ABSTAIN);
                case 3 -> without(later, voter, Standing.RECUSED);
                case 4 -> without(later, voter, Standing.LEFT);
                default -> later;
            };
        }
        assertThat(later.count().outcome()).isEqualTo(ballot.count().outcome());
    }

    @Property
    void whatIsNotSettledCanStillComeOutOtherwise(@ForAll("ballots") Ballot ballot) {
        if (ballot.isSettled() || ballot.rule().mayWithdraw()) {
            return;
        }
        Count.Outcome now = ballot.count().outcome();
        assertThat(endings(ballot, ballot.awaited())).anyMatch(outcome -> outcome != now);
    }

    private static Set<Count.Outcome> endings(Ballot ballot, List<String> awaited) {
        if (awaited.isEmpty()) {
            return Set.of(ballot.count().outcome());
        }
        String voter = awaited.get(0);
        List<String> rest = awaited.subList(1, awaited.size());
        Set<Count.Outcome> endings = new HashSet<>(endings(ballot, rest));
        for (Position position : List.of(Position.SUPPORT, Position.OBJECT, Position.ABSTAIN)) {
            endings.addAll(endings(with(ballot, voter, position), rest));
        }
        endings.addAll(endings(without(ballot, voter, Standing.RECUSED), rest));
        return endings;
    }

    @Provide
    Arbitrary<String> voters() {
        return Arbitraries.of(SEVEN);
    }

    @Provide
    Arbitrary<BallotRule> rules() {
        Arbitrary<Share> thresholds = Arbitraries.of("1/2", "3/5", "2/3", "3/4", "all")
                .map(text -> Share.find(text).orElseThrow());
        Arbitrary<Share> quorums = Arbitraries.of("0", "1", "2", "3", "1/3", "1/2", "2/3", "all")
                .map(text -> Share.find(text).orElseThrow());
        return Combinators.combine(
                        Arbitraries.of(Majority.values()),
                        thresholds,
                        quorums,
                        voters().set().ofMaxSize(2))
                .as((majority, threshold, quorum, vetoes) ->
                        new BallotRule(majority, threshold, quorum, vetoes, false));
    }

    @Provide
    Arbitrary<Electorate> electorates() {
        Arbitrary<Standing> standings = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(Standing.ENTITLED)), Tuple.of(1, Arbitraries.of(Standing.values())));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6), standings.list().ofSize(SEVEN.size()))
                .as((size, given) -> {
                    Electorate electorate = Electorate.of(SEVEN.subList(0, size), "participates");
                    for (int i = 0; i < size; i++) {
                        electorate = electorate.with(SEVEN.get(i), given.get(i), "given");
                    }
                    return electorate;
                });
    }

    @Provide
    Arbitrary<Ballot> ballots() {
        Arbitrary<Map<String, Position>> votes = Arbitraries.maps(
                        voters(),
                        Arbitraries.of(Position.SUPPORT, Position.OBJECT, Position.ABSTAIN, Position.STATEMENT))
                .ofMaxSize(6);
        return Combinators.combine(rules(), electorates(), votes).as((rule, electorate, cast) -> {
            Map<String, Position> known = new LinkedHashMap<>(cast);
            known.keySet().removeIf(voter -> electorate.member(voter).isEmpty());
            return new Ballot(rule, electorate, known);
        });
    }
}
