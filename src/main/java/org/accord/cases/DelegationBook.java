package org.accord.cases;

import java.time.Clock;
import java.util.Optional;
import org.accord.programme.Programme;
import org.accord.tasks.Delegations;
import org.springframework.stereotype.Component;

/** The delegations of the programme, as they are today. */
@Component
class DelegationBook implements Delegations {

    private final Programme programme;
    private final Clock clock;

    DelegationBook(Programme programme, Clock clock) {
        this.programme = programme;
        this.clock = clock;
    }

    @Override
    public boolean areGiven() {
        return programme.delegatesAuthority();
    }

    @Override
    public Optional<Delegation> heldBy(String post) {
        return programme
                .delegationTo(post, clock.instant())
                .map(held -> new Delegation(held.userName(), held.limit(), held.from(), held.until(), held.by()));
    }
}
