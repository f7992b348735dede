package org.accord.cases;

import java.time.Instant;
import java.util.List;
import org.accord.core.Scope;
import org.accord.programme.Programme;
import org.accord.tasks.DueDays;
import org.springframework.stereotype.Component;

/** Counts how late work is in the calendars of the programme. */
@Component
class ProgrammeDays implements DueDays {

    private final Programme programme;

    ProgrammeDays(Programme programme) {
        this.programme = programme;
    }

    @Override
    public List<Late> late(Instant due, Instant now, int days, Scope scope) {
        List<String> states = scope.state() == null ? List.of() : List.of(scope.state());
        return programme.lateness(due, now, days, states).stream()
                .map(day -> new Late(day.begins(), day.workingDays(), day.days()))
                .toList();
    }
}
