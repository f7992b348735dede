package org.accord.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.LocalText;
import org.accord.core.Page;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.forms.Forms;
import org.accord.process.AwaitedMessage;
import org.accord.process.Contended;
import org.accord.process.PassedStep;
import org.accord.process.ProcessDefinition;
import org.accord.process.Processes;
import org.accord.process.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases: opening them, finding them, and telling them what happened outside. */
@Component
public class Cases {

    static final int LARGEST_PAGE = 100;

    private final CaseStore store;
    private final CaseRegister register;
    private final Gatherings gatherings;
    private final LookStore looks;
    private final Processes processes;
    private final Permissions permissions;
    private final Reach reach;
    private final Forms forms;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(
            CaseStore store,
            CaseRegister register,
            Gatherings gatherings,
            LookStore looks,
            Processes processes,
            Permissions permissions,
            Reach reach,
            Forms forms,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.register = register;
        this.gatherings = gatherings;
        this.looks = looks;
        this.processes = processes;
        this.permissions = permissions;
        this.reach = reach;
        this.forms = forms;
        this.events = events;
        this.clock = clock;
    }

    /** The processes that the actor may start by hand. */
    public List<ProcessDefinition> startable(Actor actor) {
        return processes.startable().stream()
                .filter(process -> starter(actor, process).isPresent())
                .toList();
    }

    /** Opens a case and runs its process to the first wait. Refuses {@code noSuchProcess} and {@code notAStarter}. */
    @Transactional
    public CaseFile open(Actor actor, String processKey) {
        return open(actor, processKey, Map.of());
    }

    /**
     * The same, for what is known of the case already.
     *
     * @param facts {@code initiative}, {@code pillar}, {@code hostState}, {@code startDate}
     */
    @Transactional
    public CaseFile open(Actor actor, String processKey, Map<String, Object> facts) {
        ProcessDefinition process = processes.startable(processKey);
        Capacity capacity = starter(actor, process)
                .orElseThrow(
                        () -> Refused.notPermitted("notAStarter", processKey, String.join(", ", process.starters())));
        CaseFile opened = register.open(actor, capacity, process, null, null, facts);
        processes.start(actor, process, opened.key());
        return found(opened.key());
    }

    private Optional<Capacity> starter(Actor actor, ProcessDefinition process) {
        return process.starters().stream()
                .flatMap(role -> permissions.capacityForWork(actor, role, Scope.PROGRAMME, process.key()).stream())
                .findFirst();
    }

    /** A case that the reader may see; {@code noSuchCase} otherwise. */
    public CaseFile find(Actor reader, String key) {
        CaseFile found = found(key);
        if (!sees(reader, found)) {
            throw Refused.notFound("noSuchCase", key);
        }
        return withFailures(List.of(found)).get(0);
    }

    public boolean isVisible(Actor reader, String key) {
        return store.find(key).filter(file -> sees(reader, file)).isPresent();
    }

    private boolean sees(Actor reader, CaseFile file) {
        return reach.sees(reader, file.process(), Scope.PROGRAMME, false, file.secretariatOnly());
    }

    private List<CaseFile> withFailures(List<CaseFile> files) {
        Set<String> failing = processes.failing();
        return files.stream()
                .map(file -> file.isRunning() && failing.contains(file.key()) ? file.failed() : file)
                .toList();
    }

    private CaseFile found(String key) {
        return store.find(key).orElseThrow(() -> Refused.notFound("noSuchCase", key));
    }

    /** Cases that the reader may see, the newest first. */
    public Page<CaseFile> page(
            Actor reader,
            @Nullable String process,
            CaseFile.@Nullable Status status,
            int limit,
            @Nullable String after) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refused.invalid(Violation.of("limit", "outOfRange", 1, LARGEST_PAGE, limit));
        }
        if (after != null) {
            requirePlace(reader, after);
        }
        List<CaseFile> rows =
                store.page(process, status == null ? null : status.name(), open(reader), after, limit + 1);
        boolean more = rows.size() > limit;
        List<CaseFile> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(withFailures(shown), more ? shown.get(limit - 1).key() : null);
    }

    /** The cases that are open to the reader: all, or those of the processes that they were limited to. */
    CaseStore.Open open(Actor reader) {
        Set<String> processes = reach.limits(reader);
        return new CaseStore.Open(
                reach.sees(reader, Scope.PROGRAMME, false, false),
                reach.sees(reader, Scope.PROGRAMME, false, true),
                within(processes, process -> reach.sees(reader, process, Scope.PROGRAMME, false, false)),
                within(processes, process -> reach.sees(reader, process, Scope.PROGRAMME, false, true)));
    }

    private static List<String> within(Set<String> processes, Predicate<String> seen) {
        return processes.stream().filter(seen).toList();
    }

    private void requirePlace(Actor reader, String after) {
        boolean known = store.find(after).filter(file -> sees(reader, file)).isPresent();
        if (!known) {
            throw Refused.invalid(Violation.of("after", "notACursor", after));
        }
    }

    /** The cases that serve an initiative of the programme, as far as the reader may see them, in the order of their start. */
    public List<CaseFile> ofInitiatives(Actor reader) {
        return withFailures(store.ofInitiatives().stream()
                .filter(file -> sees(reader, file))
                .toList());
    }

    /** How each State of the region takes part in a case that the reader may see: by code, in the order of the programme. */
    public Map<String, Participation> participation(Actor reader, String key) {
        return register.standings(find(reader, key).key());
    }

    /** The meetings and workshops that are on, that the reader may see, and of which a day lies in that time; by the first day. */
    public List<Gathering> gatherings(Actor reader, LocalDate from, LocalDate until) {
        return gatherings.between(from, until).stream()
                .filter(gathering -> sees(reader, gathering.file()))
                .toList();
    }

    /** The case, if it is a meeting or workshop with a date that the reader may see, on or called off. */
    public Optional<Gathering> gathering(Actor reader, String key) {
        return gatherings.find(key).filter(gathering -> sees(reader, gathering.file()));
    }

    /**
     * Notes that the reader looks at a part of a case, and answers when they looked before; looks within half an hour are one.
     * Absent at the first look.
     */
    @Transactional
    public Optional<Instant> look(Actor reader, String key, String part) {
        Instant now = clock.instant();
        Look look = looks.find(reader.name(), find(reader, key).key(), part)
                .map(earlier -> earlier.again(now))
                .orElseGet(() -> Look.first(now));
        looks.keep(reader.name(), key, part, look);
        return Optional.ofNullable(look.before());
    }

    public LocalText processName(CaseFile file) {
        return processes
                .newest(file.process())
                .map(ProcessDefinition::name)
                .orElseGet(() -> LocalText.english(file.process()));
    }

    /** The name of the end that the case has come to; absent while it runs, and if it was cancelled. */
    public @Nullable LocalText outcome(CaseFile file) {
        String outcome = file.outcome();
        return outcome == null ? null : processes.elementName("" + file.definitionId(), outcome);
    }

    public List<CaseFile> children(Actor reader, String key) {
        return store.children(key).stream().filter(child -> sees(reader, child)).toList();
    }

    /**
     * The workshop that a delivery carries out: the last of the same plan approved before it, for the same initiative, rather
     * one in the same State, since the place may still change.
     */
    public Optional<CaseFile> proposalOf(Actor reader, CaseFile delivery) {
        if (delivery.parent() == null || !isVisible(reader, delivery.parent())) {
            return Optional.empty();
        }
        return children(reader, delivery.parent()).stream()
                .filter(sibling -> sibling.process().equals("workshop") && "approved".equals(sibling.outcome()))
                .filter(sibling -> Objects.equals(sibling.initiative(), delivery.initiative()))
                .filter(sibling -> !sibling.started().isAfter(delivery.started()))
                .max(Comparator.comparing((CaseFile sibling) -> Objects.equals(sibling.state(), delivery.state()))
                        .thenComparing(CaseFile::started));
    }

    /** Where the case stands, as far as the reader may know. */
    public List<Standing> standing(Actor reader, String key) {
        CaseFile file = find(reader, key);
        return processes.standing(file.key(), reach.isTrusted(reader, file.process()));
    }

    /**
     * The diagram of the case's process as SVG, as far as the reader may know where it stands.
     *
     * @param step show it after that many steps; absent for now
     */
    public String diagram(Actor reader, String key, Locale locale, @Nullable Integer step) {
        CaseFile file = find(reader, key);
        return processes.diagram(
                "" + file.definitionId(),
                "" + file.instanceId(),
                locale,
                reach.isTrusted(reader, file.process()),
                step);
    }

    /** The steps that the case reached, in their order, as far as the reader may know of them. */
    public List<PassedStep> steps(Actor reader, String key) {
        CaseFile file = find(reader, key);
        return processes.steps(
                "" + file.definitionId(), "" + file.instanceId(), reach.isTrusted(reader, file.process()));
    }

    /** What the actor may report to the case now. */
    public List<AwaitedMessage> reportable(Actor actor, String key) {
        List<AwaitedMessage> reportable = new ArrayList<>();
        CaseFile file = find(actor, key);
        for (AwaitedMessage message : processes.awaitedMessages(key)) {
            if (reporter(actor, file, message).isPresent()) {
                reportable.add(message);
            }
        }
        return reportable;
    }

    public AwaitedMessage reportable(Actor actor, String key, String messageId) {
        return reportable(actor, key).stream()
                .filter(message -> message.id().equals(messageId))
                .findFirst()
                .orElseThrow(() -> Refused.conflict("messageNotAwaited", messageId));
    }

    /**
     * Tells the case what happened. Refuses {@code messageNotAwaited} if the case does not wait for it, or not from this actor,
     * {@code contended} if somebody else acted on it at the same moment, and the violations of the message's form.
     */
    @Transactional
    public void report(Actor actor, String key, String messageId, Map<String, ?> data) {
        store.lock(key);
        AwaitedMessage message = reportable(actor, key, messageId);
        Capacity capacity = reporter(actor, found(key), message).orElseThrow();
        Map<String, Object> told = message.form() == null
                ? Map.of()
                : forms.validate(forms.current(message.form()), data, register.context(key))
                        .data();
        Map<String, Object> facts = new LinkedHashMap<>();
        message.facts().forEach((field, variable) -> {
            Object value = told.get(field);
            if (value != null) {
                facts.put(variable, value);
            }
        });
        events.publishEvent(new CaseEvent.MessageReported(
                actor, capacity, key, message.name(), Scope.ofState(message.state()), told));
        try {
            processes.deliver(actor, message, facts);
        } catch (Contended e) {
            throw Refused.conflict("contended", key);
        }
    }

    private Optional<Capacity> reporter(Actor actor, CaseFile file, AwaitedMessage message) {
        Scope scope = new Scope(message.state(), message.organisation(), null);
        return message.roles().stream()
                .flatMap(role -> permissions.capacityAs(actor, role, scope, file.process()).stream())
                .findFirst();
    }
}
