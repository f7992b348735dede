package org.accord.programme;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accord.core.LocalText;

/** What a programme file says, once it has been found to be without fault. */
record ProgrammeFile(
        String code,
        LocalText name,
        List<String> languages,
        Calendars calendars,
        Parties parties,
        Work work,
        List<Post> posts,
        List<Holding> holdings,
        List<Delegation> delegations,
        Map<String, DeadlineRule> deadlines,
        Map<String, LocalText> notices) {

    record Parties(List<State> states, List<Agency> agencies, List<Organisation> organisations, List<Role> roles) {

        Parties {
            states = List.copyOf(states);
            agencies = List.copyOf(agencies);
            organisations = List.copyOf(organisations);
            roles = List.copyOf(roles);
        }
    }

    record Work(
            List<Pillar> pillars,
            List<Initiative> initiatives,
            List<Gathering> gatherings,
            List<Instrument> instruments,
            List<Result> results) {

        Work {
            pillars = List.copyOf(pillars);
            initiatives = List.copyOf(initiatives);
            gatherings = List.copyOf(gatherings);
            instruments = List.copyOf(instruments);
            results = List.copyOf(results);
        }
    }

    ProgrammeFile {
        languages = List.copyOf(languages);
        posts = List.copyOf(posts);
        holdings = List.copyOf(holdings);
        delegations = List.copyOf(delegations);
        deadlines = Collections.unmodifiableMap(new LinkedHashMap<>(deadlines));
        notices = Map.copyOf(notices);
    }
}
