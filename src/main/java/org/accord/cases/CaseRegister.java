package org.accord.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.LocalText;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.process.CaseOpener;
import org.accord.process.DueDates;
import org.accord.process.Participants;
import org.accord.process.ProcessDefinition;
import org.accord.process.ProcessEvent;
import org.accord.process.Processes;
import org.accord.process.ProgrammeWords;
import org.accord.programme.Organisation;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.accord.programme.Role;
import org.accord.programme.State;
import org.accord.tasks.CaseDirectory;
import org.accord.tasks.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the business record of cases while processes and people act, and answers what processes ask of the programme. */
@Component
class CaseRegister implements CaseOpener, CaseDirectory, DueDates, Participants, ProgrammeWords {

    private static final Actor ENGINE = Actor.system("engine");

    private final CaseStore store;
    private final Programme programme;
    private final ObjectProvider<Processes> processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseRegister(
            CaseStore store,
            Programme programme,
            ObjectProvider<Processes> processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.programme = programme;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String open(Child child) {
        CaseFile parent = child.parentCase() == null
                ? null
                : store.find(child.parentCase()).orElse(null);
        return open(ENGINE, null, child.process(), child.instanceId(), parent, child.facts())
                .key();
    }

    CaseFile open(
            Actor actor,
            @Nullable Capacity capacity,
            ProcessDefinition process,
            @Nullable String instanceId,
            @Nullable CaseFile parent,
            Map<String, Object> facts) {
        Instant now = clock.instant();
        CaseFile opened = new CaseFile(
                key(process, now),
                process.key(),
                process.id(),
                instanceId,
                parent == null ? null : parent.key(),
                title(facts, process),
                CaseFile.Status.RUNNING,
                null,
                text(facts, "hostState"),
                text(facts, "pillar"),
                text(facts, "initiative"),
                date(text(facts, "startDate")),
                null,
                false,
                process.secretariatOnly(),
                actor.name(),
                now,
                null);
        store.insert(opened);
        seat(opened, parent, now);
        events.publishEvent(new CaseEvent.Opened(actor, capacity, opened.key(), process.key(), opened.parent()));
        return opened;
    }

    private String key(ProcessDefinition process, Instant now) {
        String kind = process.caseKind();
        if (kind == null) {
            throw Refused.notFound("noSuchProcess", process.key());
        }
        int year = now.atZone(programme.zone()).getYear();
        return "%s-%d-%03d".formatted(kind, year, store.nextNumber(kind, year));
    }

    /** The States as in the parent case, else as the programme has them when a plan begins. */
    private void seat(CaseFile opened, @Nullable CaseFile parent, Instant now) {
        Map<String, Participation> seated = parent == null ? Map.of() : store.participants(parent.key());
        for (State state : regional()) {
            Participation usual = state.participates() ? Participation.PARTICIPATING : Participation.OBSERVER;
            store.participate(opened.key(), state.code(), seated.getOrDefault(state.code(), usual), now);
        }
    }

    private static LocalText title(Map<String, Object> facts, ProcessDefinition process) {
        String title = text(facts, "title");
        return title == null ? process.name() : LocalText.english(title);
    }

    /** A title as it was handed in: one text, or one for each language of the programme, of which some may be empty. */
    private @Nullable LocalText title(@Nullable Object given) {
        if (given == null) {
            return null;
        }
        List<?> texts = given instanceof List<?> list ? list : List.of(given);
        Map<String, String> byLanguage = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(texts.size(), programme.languages().size()); i++) {
            String text = texts.get(i).toString();
            if (!text.isEmpty()) {
                byLanguage.put(programme.languages().get(i), text);
            }
        }
        return byLanguage.isEmpty() ? null : new LocalText(byLanguage);
    }

    private static @Nullable String text(Map<String, Object> facts, String name) {
        Object value = facts.get(name);
        return value == null ? null : value.toString();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException("the form has checked the date " + text, e);
        }
    }

    @EventListener
    void on(ProcessEvent.Started started) {
        store.running(started.caseKey(), started.definitionId(), started.instanceId());
    }

    @EventListener
    void on(ProcessEvent.Moved moved) {
        store.moved(moved.instanceId(), moved.definitionId());
    }

    @EventListener
    void on(ProcessEvent.Ended ended) {
        CaseFile.Status status = ended.outcome() == null ? CaseFile.Status.CANCELLED : CaseFile.Status.ENDED;
        store.close(ended.instanceId(), status, ended.outcome(), clock.instant())
                .ifPresent(closed -> events.publishEvent(new CaseEvent.Closed(
                        ended.by(), closed.key(), closed.process(), "" + closed.definitionId(), ended.outcome())));
    }

    @EventListener
    void on(TaskEvent.Completed completed) {
        Map<String, Object> fields = completed.caseFields();
        if (fields.isEmpty()) {
            return;
        }
        store.describe(
                completed.caseKey(),
                title(fields.get("title")),
                text(fields, "state"),
                text(fields, "pillar"),
                text(fields, "initiative"),
                date(text(fields, "date")),
                date(text(fields, "lastDate")));
        events.publishEvent(new CaseEvent.Described(
                completed.by(),
                completed.capacity(),
                completed.caseKey(),
                fields,
                completed.scope(),
                completed.confidential()));
    }

    @EventListener
    void on(ProcessEvent.Passed passed) {
        ProcessDefinition.Gathering gathering =
                processes.getObject().gatherings().get(passed.processKey());
        if (gathering != null && gathering.off().contains(passed.elementId()) && store.callOff(passed.caseKey())) {
            events.publishEvent(new CaseEvent.CalledOff(passed.by(), passed.caseKey()));
        }
    }

    void changeStanding(Actor actor, String caseKey, String state, Participation standing) {
        store.participate(caseKey, state, standing, clock.instant());
        events.publishEvent(new CaseEvent.ParticipationChanged(actor, caseKey, state, standing.name()));
    }

    Map<String, Participation> standings(String caseKey) {
        Map<String, Participation> kept = store.participants(caseKey);
        Map<String, Participation> ordered = new LinkedHashMap<>();
        for (State state : regional()) {
            Participation standing = kept.get(state.code());
            if (standing != null) {
                ordered.put(state.code(), standing);
            }
        }
        return ordered;
    }

    @Override
    public List<String> participating(String caseKey) {
        return standings(caseKey).entrySet().stream()
                .filter(entry -> entry.getValue() == Participation.PARTICIPATING)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<String> invited(String caseKey) {
        return List.copyOf(standings(caseKey).keySet());
    }

    @Override
    public int standing(String caseKey, String standing) {
        return (int) standings(caseKey).values().stream()
                .filter(Participation.valueOf(standing)::equals)
                .count();
    }

    @Override
    public List<String> agencies() {
        return programme.agencies().stream().map(agency -> agency.code()).toList();
    }

    @Override
    public List<String> donors(String caseKey) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), programme.zone());
        return programme.organisations().stream()
                .filter(Organisation::donor)
                .filter(donor -> donor.until() == null || !donor.until().isBefore(today))
                .map(Organisation::code)
                .toList();
    }

    private List<State> regional() {
        return programme.states().stream()
                .filter(state -> state.group() == State.Group.REGION)
                .toList();
    }

    @Override
    public Instant due(String rule, String caseKey, Instant opened) {
        LocalDate date = store.find(caseKey).map(CaseFile::date).orElse(null);
        return programme.due(rule, date, opened);
    }

    @Override
    public Set<String> deadlines() {
        return programme.deadlineRules();
    }

    @Override
    public Set<String> languages() {
        return Set.copyOf(programme.languages());
    }

    @Override
    public Set<String> roles() {
        return programme.roles().stream().map(Role::code).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, LocalText> titles(Collection<String> caseKeys) {
        Map<String, LocalText> titles = new LinkedHashMap<>();
        store.findAll(caseKeys).forEach(file -> titles.put(file.key(), file.title()));
        return titles;
    }

    @Override
    public Optional<String> process(String caseKey) {
        return store.find(caseKey).map(CaseFile::process);
    }

    @Override
    public Map<String, Object> context(String caseKey) {
        Map<String, Object> context = new LinkedHashMap<>();
        store.find(caseKey).ifPresent(file -> {
            context.put("caseKey", file.key());
            putIfKnown(context, "parentCase", file.parent());
            putIfKnown(context, "caseDate", file.date());
            putIfKnown(context, "startDate", file.date());
            putIfKnown(context, "hostState", file.state());
            putIfKnown(context, "pillar", file.pillar());
            putIfKnown(context, "initiative", file.initiative());
        });
        return context;
    }

    @Override
    public List<String> holders(String role, Scope scope) {
        return programme.holders(role, scope, clock.instant()).stream()
                .map(Post::userName)
                .toList();
    }

    private static void putIfKnown(Map<String, Object> context, String name, @Nullable Object value) {
        if (value != null) {
            context.put(name, value);
        }
    }
}
