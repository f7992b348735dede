package org.accord.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Page;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.forms.Forms;
import org.accord.process.AwaitedMessage;
import org.accord.process.Contended;
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
    private final Processes processes;
    private final Permissions permissions;
    private final Reach reach;
    private final Forms forms;
    private final ApplicationEventPublisher events;

    Cases(
            CaseStore store,
            CaseRegister register,
            Processes processes,
            Permissions permissions,
            Reach reach,
            Forms forms,
            ApplicationEventPublisher events) {
        this.store = store;
        this.register = register;
        this.processes = processes;
        this.permissions = permissions;
        this.reach = reach;
        this.forms = forms;
        this.events = events;
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
        ProcessDefinition process = processes.startable(processKey);
        Capacity capacity = starter(actor, process)
                .orElseThrow(
                        () -> Refused.notPermitted("notAStarter", processKey, String.join(", ", process.starters())));
        CaseFile opened = register.open(actor, capacity, process, null, null, Map.of());
        processes.start(actor, process, opened.key());
        return found(opened.key());
    }

    private Optional<Capacity> starter(Actor actor, ProcessDefinition process) {
        return process.starters().stream()
                .flatMap(role -> permissions.capacityForWork(actor, role, Scope.PROGRAMME).stream())
                .findFirst();
    }

    /** A case that the reader may see; {@code noSuchCase} otherwise. */
    public CaseFile find(Actor reader, String key) {
        CaseFile found = found(key);
        if (!reach.sees(reader, Scope.PROGRAMME, false, found.secretariatOnly())) {
            throw Refused.notFound("noSuchCase", key);
        }
        return withFailures(List.of(found)).get(0);
    }

    public boolean isVisible(Actor reader, String key) {
        return store.find(key)
                .filter(file -> reach.sees(reader, Scope.PROGRAMME, false, file.secretariatOnly()))
                .isPresent();
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
        boolean member = reach.sees(reader, Scope.PROGRAMME, false, false);
        boolean secretariat = reach.sees(reader, Scope.PROGRAMME, false, true);
        List<CaseFile> rows = member
                ? store.page(process, status == null ? null : status.name(), secretariat, after, limit + 1)
                : List.of();
        boolean more = rows.size() > limit;
        List<CaseFile> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(withFailures(shown), more ? shown.get(limit - 1).key() : null);
    }

    private void requirePlace(Actor reader, String after) {
        boolean known = store.find(after)
                .filter(file -> reach.sees(reader, Scope.PROGRAMME, false, file.secretariatOnly()))
                .isPresent();
        if (!known) {
            throw Refused.invalid(Violation.of("after", "notACursor", after));
        }
    }

    public List<CaseFile> children(Actor reader, String key) {
        return store.children(key).stream()
                .filter(child -> reach.sees(reader, Scope.PROGRAMME, false, child.secretariatOnly()))
                .toList();
    }

    /** Where the case stands, as far as the reader may know. */
    public List<Standing> standing(Actor reader, String key) {
        return processes.standing(find(reader, key).key(), reach.isTrusted(reader));
    }

    /**
     * The diagram of the case's process as SVG, as far as the reader may know where it stands.
     *
     * @param step show it after that many steps; absent for now
     */
    public String diagram(Actor reader, String key, Locale locale, @Nullable Integer step) {
        CaseFile file = find(reader, key);
        return processes.diagram(
                "" + file.definitionId(), "" + file.instanceId(), locale, reach.isTrusted(reader), step);
    }

    /** What the actor may report to the case now. */
    public List<AwaitedMessage> reportable(Actor actor, String key) {
        List<AwaitedMessage> reportable = new ArrayList<>();
        for (AwaitedMessage message : processes.awaitedMessages(find(actor, key).key())) {
            if (reporter(actor, message).isPresent()) {
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
        Capacity capacity = reporter(actor, message).orElseThrow();
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

    private Optional<Capacity> reporter(Actor actor, AwaitedMessage message) {
        Scope scope = new Scope(message.state(), message.organisation(), null);
        return message.roles().stream()
                .flatMap(role -> permissions.capacityAs(actor, role, scope).stream())
                .findFirst();
    }
}
