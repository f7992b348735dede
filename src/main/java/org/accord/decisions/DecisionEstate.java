package org.accord.decisions;

import java.time.LocalDate;
import org.accord.access.Estate;
import org.accord.core.Actor;
import org.springframework.stereotype.Component;

/**
 * The seats of a post in ballots that are open among posts. A vote that was cast stands under the name of whoever cast it;
 * nobody comes to two votes.
 */
@Component
class DecisionEstate implements Estate {

    private static final String HANDED_OVER = "handedOver";

    private final DecisionStore store;
    private final Register register;
    private final Ballots ballots;

    DecisionEstate(DecisionStore store, Register register, Ballots ballots) {
        this.store = store;
        this.register = register;
        this.ballots = ballots;
    }

    @Override
    public void pass(Actor actor, String from, String to, LocalDate day) {
        for (DecisionRow open : store.openAmongPosts(from)) {
            store.lockCase(open.caseKey());
            DecisionRow row = register.lock(open.id());
            if (!row.isOpen() || !store.electorate(row.id()).isEntitled(from) || ballots.hasVoted(row, from)) {
                continue;
            }
            if (store.electorate(row.id()).member(to).isPresent()) {
                ballots.leave(actor, row, from, HANDED_OVER);
            } else {
                store.passSeat(row.id(), from, to);
                register.tell(new DecisionEvent.SeatPassed(actor, DecisionEvent.Place.of(row), from, to));
            }
        }
    }
}
