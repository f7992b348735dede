package org.accord.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A ballot at one moment: who may vote, who has, and what that comes to. */
record Ballot(BallotRule rule, Electorate electorate, Map<String, Position> votes) {

    Ballot {
        votes = Map.copyOf(votes);
    }

    /** The outcome if it were closed now. Votes of those who have left or stood back are not counted. */
    Count count() {
        Map<String, Position> counted = counted();
        int yes = number(counted, Position::supports);
        int no = number(counted, Position::blocks);
        boolean vetoed = rule.vetoes().stream()
                .anyMatch(voter ->
                        counted.containsKey(voter) && counted.get(voter).blocks());
        int entitled = electorate.entitled().size();
        return new Count(
                outcome(entitled, counted.size(), yes, no, vetoed),
                entitled,
                counted.size(),
                yes,
                no,
                number(counted, Position::isAbstention),
                number(counted, Position::isStatement),
                electorate.count(Electorate.Standing.LEFT) + electorate.count(Electorate.Standing.OBSERVER),
                electorate.count(Electorate.Standing.RECUSED),
                rule.quorum().of(entitled),
                vetoed);
    }

    private Map<String, Position> counted() {
        Map<String, Position> counted = new LinkedHashMap<>(votes);
        counted.keySet().retainAll(electorate.entitled());
        return counted;
    }

    private Count.Outcome outcome(int entitled, int voted, int yes, int no, boolean vetoed) {
        if (entitled == 0 || voted == 0 || !rule.quorum().isReachedBy(voted, entitled)) {
            return Count.Outcome.NO_QUORUM;
        }
        return !vetoed && rule.isCarried(yes, no) ? Count.Outcome.ADOPTED : Count.Outcome.REJECTED;
    }

    private static int number(Map<String, Position> counted, Predicate<Position> kind) {
        return (int) counted.values().stream().filter(kind).count();
    }

    /** Those entitled who have not voted, in the order of the electorate. */
    List<String> awaited() {
        return electorate.entitled().stream()
                .filter(voter -> !votes.containsKey(voter))
                .toList();
    }

    /**
     * Whether the outcome can no longer change, whatever those still awaited do: vote for or against, abstain, stay silent,
     * leave or stand back. A vote that may be taken back settles nothing, so a consensus is settled only when all have
     * spoken and nobody objects.
     */
    boolean isSettled() {
        Count now = count();
        List<String> awaited = awaited();
        if (rule.mayWithdraw()) {
            return awaited.isEmpty() && now.outcome() == Count.Outcome.ADOPTED;
        }
        int vetoes = (int) awaited.stream().filter(rule.vetoes()::contains).count();
        return awaited.isEmpty() || !canBecomeOther(now, awaited.size(), vetoes);
    }

    private boolean canBecomeOther(Count now, int awaited, int vetoes) {
        for (int gone = 0; gone <= awaited; gone++) {
            for (int yes = 0; yes + gone <= awaited; yes++) {
                for (int no = 0; yes + no + gone <= awaited; no++) {
                    Count with = after(now, gone, yes, no);
                    int rest = awaited - gone - yes - no;
                    boolean canBeVetoed = now.vetoed() || no > 0 && vetoes > 0;
                    boolean canBeUnvetoed = !now.vetoed() && no <= awaited - vetoes;
                    if (canBeVetoed && canEndOtherwise(now.outcome(), with, rest, true)
                            || canBeUnvetoed && canEndOtherwise(now.outcome(), with, rest, false)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Count after(Count now, int gone, int yes, int no) {
        return new Count(
                now.outcome(),
                now.entitled() - gone,
                now.voted() + yes + no,
                now.yes() + yes,
                now.no() + no,
                now.abstained(),
                now.statements(),
                now.uncounted() + gone,
                now.recused(),
                now.quorum(),
                now.vetoed());
    }

    /** With the rest of those awaited abstaining or silent, one by one. */
    private boolean canEndOtherwise(Count.Outcome outcome, Count with, int rest, boolean vetoed) {
        for (int abstaining = 0; abstaining <= rest; abstaining++) {
            if (outcome(with.entitled(), with.voted() + abstaining, with.yes(), with.no(), vetoed) != outcome) {
                return true;
            }
        }
        return false;
    }
}
