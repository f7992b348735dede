package org.accord.programme;

import java.time.LocalDate;
import java.util.List;
import org.accord.access.Estate;
import org.accord.core.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The mandates of a post: they end with the day before, and are the next post's from the day on. */
@Component
class MandateEstate implements Estate {

    private final ProgrammeStore store;
    private final ApplicationEventPublisher events;

    MandateEstate(ProgrammeStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** What the second post holds already is not given twice. */
    @Override
    public void pass(Actor actor, String from, String to, LocalDate day) {
        store.holdRights();
        List<Mandate> passing = mandatesOf(from).stream()
                .filter(mandate -> mandate.holdsWithin(day, null))
                .map(mandate -> mandate.startingOn(day))
                .toList();
        List<Mandate> held = mandatesOf(to);
        store.end(from, day);
        store.dropFrom(from, day);
        passing.stream()
                .filter(mandate -> held.stream().noneMatch(mandate::isWithin))
                .forEach(mandate -> store.add(to, mandate));
        events.publishEvent(new ProgrammeEvent.MandatesPassed(actor, from, to, day, passing));
    }

    private List<Mandate> mandatesOf(String userName) {
        return store.holdingsOf(userName).stream().map(Holding::mandate).toList();
    }
}
