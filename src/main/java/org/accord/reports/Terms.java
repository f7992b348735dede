package org.accord.reports;

import java.util.stream.Stream;
import org.accord.core.LocalText;
import org.accord.process.ProcessDefinition;
import org.accord.process.Processes;
import org.accord.programme.Organisation;
import org.accord.programme.Pillar;
import org.accord.programme.Programme;
import org.accord.programme.Role;
import org.accord.programme.State;
import org.accord.reports.Report.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the programme and the models call the things that are counted. */
@Component
class Terms {

    private final Programme programme;
    private final Processes processes;

    Terms(Programme programme, Processes processes) {
        this.programme = programme;
        this.processes = processes;
    }

    Label process(String key) {
        return Label.of(processes.newest(key).map(ProcessDefinition::name).orElseGet(() -> LocalText.english(key)));
    }

    /** The step, as the newest version of the process calls it. */
    Label step(String process, String element) {
        String version = processes.newest(process).map(ProcessDefinition::id).orElse("");
        return Label.of(processes.elementName(version, element));
    }

    Label role(String code) {
        return Label.of(programme.role(code).map(Role::name).orElseGet(() -> LocalText.english(code)));
    }

    Label state(@Nullable String code) {
        return found(
                code,
                programme.states().stream()
                        .filter(state -> state.code().equals(code))
                        .map(State::name));
    }

    Label pillar(@Nullable String code) {
        return found(
                code,
                programme.pillars().stream()
                        .filter(pillar -> pillar.code().equals(code))
                        .map(Pillar::name));
    }

    Label organisation(String code) {
        return found(
                code,
                programme.organisations().stream()
                        .filter(organisation -> organisation.code().equals(code))
                        .map(Organisation::name));
    }

    private static Label found(@Nullable String code, Stream<LocalText> names) {
        return code == null
                ? Label.said("reports.none")
                : Label.of(names.findFirst().orElseGet(() -> LocalText.english(code)));
    }
}
