package org.accord.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.accord.process.ProcessDefinition;
import org.accord.process.Processes;
import org.springframework.stereotype.Component;

/** The meetings and workshops among the cases. */
@Component
class Gatherings {

    private final CaseStore store;
    private final Processes processes;

    Gatherings(CaseStore store, Processes processes) {
        this.store = store;
        this.processes = processes;
    }

    /** Those that are on and of which a day lies in that time, by their first day. */
    List<Gathering> between(LocalDate from, LocalDate until) {
        Map<String, ProcessDefinition.Gathering> kinds = processes.gatherings();
        return store.between(kinds.keySet(), from, until).stream()
                .flatMap(file -> gathering(file, kinds))
                .filter(Gathering::on)
                .toList();
    }

    /** The case, if it is a meeting or workshop with a date, on or called off. */
    Optional<Gathering> find(String caseKey) {
        return store.find(caseKey)
                .flatMap(file -> gathering(file, processes.gatherings()).findFirst());
    }

    private static Stream<Gathering> gathering(CaseFile file, Map<String, ProcessDefinition.Gathering> kinds) {
        ProcessDefinition.Gathering process = kinds.get(file.process());
        LocalDate first = file.date();
        if (process == null || first == null) {
            return Stream.empty();
        }
        boolean held = file.outcome() != null && process.held().contains(file.outcome());
        return Stream.of(new Gathering(
                file,
                process.kind(),
                first,
                Objects.requireNonNullElse(file.lastDate(), first),
                file.isRunning() && !file.calledOff() || held));
    }
}
