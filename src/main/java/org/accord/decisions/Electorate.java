package org.accord.decisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who decides, frozen when a decision opens, each with the reason. Nobody is added afterwards. Whoever leaves or stands back
 * keeps a place in the list and counts no longer, so that base and quorum are those of the rest (jpoa.md 3.5).
 */
record Electorate(List<Member> members) {

    /** Whether a member counts. */
    public enum Standing {
        ENTITLED,
        /** Was present as an observer from the beginning. */
        OBSERVER,
        /** Was present when the decision opened and takes part no longer: an observer now, or deferred. */
        LEFT,
        /** Declared a conflict of interest. */
        RECUSED
    }

    /**
     * @param voter code of a State, or user name of a post
     * @param reason why they are in, or why they count no longer; a code that has words
     */
    record Member(String voter, Standing standing, String reason) {}

    Electorate {
        members = List.copyOf(members);
    }

    static Electorate of(Collection<String> voters, String reason) {
        Map<String, Member> members = new LinkedHashMap<>();
        voters.forEach(voter -> members.put(voter, new Member(voter, Standing.ENTITLED, reason)));
        return new Electorate(List.copyOf(members.values()));
    }

    /** The States of a case: those that take part decide, the others that are invited observe. */
    static Electorate ofStates(Collection<String> participating, Collection<String> invited) {
        List<Member> members = new ArrayList<>(of(participating, "participates").members());
        invited.stream()
                .filter(state -> !participating.contains(state))
                .forEach(state -> members.add(new Member(state, Standing.OBSERVER, "observes")));
        return new Electorate(members);
    }

    Optional<Member> member(String voter) {
        return members.stream().filter(member -> member.voter().equals(voter)).findFirst();
    }

    boolean isEntitled(String voter) {
        return member(voter)
                .filter(member -> member.standing() == Standing.ENTITLED)
                .isPresent();
    }

    List<String> entitled() {
        return members.stream()
                .filter(member -> member.standing() == Standing.ENTITLED)
                .map(Member::voter)
                .toList();
    }

    int count(Standing standing) {
        return Collections.frequency(members.stream().map(Member::standing).toList(), standing);
    }

    Electorate with(String voter, Standing standing, String reason) {
        List<Member> changed = new ArrayList<>();
        for (Member member : members) {
            changed.add(member.voter().equals(voter) ? new Member(voter, standing, reason) : member);
        }
        return new Electorate(changed);
    }
}
