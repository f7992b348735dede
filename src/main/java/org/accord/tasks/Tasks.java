package org.accord.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Digest;
import org.accord.core.LocalText;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.forms.Forms;
import org.accord.forms.Submission;
import org.accord.process.Contended;
import org.accord.process.DecisionCourse;
import org.accord.process.Processes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do with tasks. Each command is one transaction: the engine, the inbox, the submission and the record change
 * together or not at all. An attempt that the rules forbid is recorded.
 */
@Component
public class Tasks {

    private static final int ATTEMPTS = 5;
    private static final int LONGEST_KEY = 200;

    private final InboxStore store;
    private final SubmissionStore submissions;
    private final Inbox inbox;
    private final Capacities capacities;
    private final Forms forms;
    private final Processes processes;
    private final CaseDirectory cases;
    private final List<Prefill> prefills;
    private final Separation separation;
    private final SpendingAuthority authority;
    private final TaskRefusals refusals;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final DeadlineKeeper deadlines;
    private final DecisionCourse decisions;

    Tasks(
            InboxStore store,
            SubmissionStore submissions,
            Inbox inbox,
            Capacities capacities,
            Forms forms,
            Processes processes,
            CaseDirectory cases,
            List<Prefill> prefills,
            Separation separation,
            SpendingAuthority authority,
            TaskRefusals refusals,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock,
            DeadlineKeeper deadlines,
            DecisionCourse decisions) {
        this.store = store;
        this.submissions = submissions;
        this.inbox = inbox;
        this.capacities = capacities;
        this.forms = forms;
        this.processes = processes;
        this.cases = cases;
        this.prefills = List.copyOf(prefills);
        this.separation = separation;
        this.authority = authority;
        this.refusals = refusals;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.deadlines = deadlines;
        this.decisions = decisions;
    }

    /** Lets nobody act on tasks that are due by a rule until the end of the caller's transaction. */
    public void holdDeadlines() {
        deadlines.hold();
    }

    /**
     * Sets every open task that is due by a rule of the deadline table to what the rule says now, counted from when the task
     * opened, in the inbox and in the engine. Answers how many are due at another moment than before; their versions stay.
     */
    public int recomputeDeadlines(Actor actor) {
        return deadlines.recompute(actor);
    }

    /** Sets when the open tasks of a case are due in which a decision asks for positions, where no rule sets it. */
    public void postpone(Actor actor, String caseKey, String ballot, Instant due) {
        deadlines.postpone(actor, caseKey, ballot, due);
    }

    /** Takes the task in hand, for whomever the actor stands in. Refuses {@code noSuchTask}, {@code taskClosed}, {@code taskHeldByAnother}. */
    public TaskView claim(Actor actor, String taskId) {
        return inTransaction(actor, taskId, () -> {
            Held held = hold(actor, taskId);
            String holder = Capacities.inWhoseName(actor, held.capacity());
            if (!holder.equals(held.task().assignee())) {
                assign(actor, held.task(), holder);
                events.publishEvent(new TaskEvent.Claimed(
                        actor, held.capacity(), held.task().concerned()));
            }
            return inbox.find(actor, taskId);
        });
    }

    /** Gives the task back to its role; does nothing if nobody holds it. */
    public TaskView release(Actor actor, String taskId) {
        return inTransaction(actor, taskId, () -> {
            Held held = hold(actor, taskId);
            if (held.task().personal()) {
                throw Refused.conflict("taskIsPersonal", taskId);
            }
            if (held.task().assignee() != null) {
                assign(actor, held.task(), null);
                events.publishEvent(new TaskEvent.Released(
                        actor, held.capacity(), held.task().concerned()));
            }
            return inbox.find(actor, taskId);
        });
    }

    /**
     * Does the task: checks the right, the separation of duties and the form, keeps what was handed in, and moves the process
     * on. Refuses {@code noSuchTask} for a task that is not the actor's, {@code taskClosed}, {@code taskHeldByAnother},
     * {@code taskStale} for an older version, {@code separationOfDuties}, {@code beyondAuthority}, and the form's violations.
     *
     * @param version the version of the task that the actor saw
     * @param requestKey a name of at most 200 characters that the client gave this request; handed in again with the same contents it answers as before,
     *     with others {@code requestKeyReused}
     */
    public TaskView complete(
            Actor actor, String taskId, int version, Map<String, ?> data, @Nullable String requestKey) {
        if (requestKey != null && (requestKey.isBlank() || requestKey.length() > LONGEST_KEY)) {
            throw Refused.invalid(Violation.of("Idempotency-Key", "outOfRange", 1, LONGEST_KEY, requestKey.length()));
        }
        return inTransaction(actor, taskId, data, () -> {
            SubmissionStore.Answered request = new SubmissionStore.Answered(
                    taskId, Digest.of(submissions.write(data)).hex());
            store.lockCase(inbox.visible(actor, taskId).caseKey());
            if (requestKey != null && wasAnswered(actor, requestKey, request)) {
                return inbox.find(actor, taskId);
            }
            Held held = hold(actor, taskId);
            requireVersion(held.task(), version);
            separation.require(actor, held.capacity(), held.task());
            Submission submission = forms.validate(held.task().form(), data, context(held.task()));
            authority.require(actor, held.task(), submission.data());
            finish(actor, held, submission);
            if (requestKey != null && !submissions.remember(actor.name(), requestKey, request, clock.instant())) {
                throw Refused.conflict("requestKeyReused", requestKey);
            }
            return inbox.find(actor, taskId);
        });
    }

    /** Closes a task whose answer is given elsewhere and not kept with it: a secret vote. Refuses what {@link #complete} does. */
    public void completeUnseen(Actor actor, String taskId, int version) {
        inTransaction(actor, taskId, () -> {
            store.lockCase(inbox.visible(actor, taskId).caseKey());
            Held held = hold(actor, taskId);
            requireVersion(held.task(), version);
            separation.require(actor, held.capacity(), held.task());
            finish(actor, held, forms.unfilled(held.task().form()));
            return taskId;
        });
    }

    private void finish(Actor actor, Held held, Submission submission) {
        TaskRow task = held.task();
        Instant now = clock.instant();
        long number = submissions.keep(task, submission, actor, held.capacity(), now);
        submissions.dropDraft(task.id(), actor.name());
        events.publishEvent(new TaskEvent.Completed(
                actor,
                held.capacity(),
                task.concerned(),
                pick(task.caseFields(), submission.data()),
                new TaskEvent.Told(task.ballot(), task.text(), submission.data()),
                submission.form().key() + "@" + submission.form().version(),
                submission.digest().hex(),
                number,
                authority.used(actor, task, submission.data())));
        store.close(task.id(), TaskView.Status.DONE, now);
        processes.assign(actor, task.id(), actor.name());
        processes.completeTask(actor, task.id(), facts(task, submission));
    }

    /**
     * The values of the fields that the model names, under the names that it gives them; absent ones are left out. Where
     * it names several fields, one for each language of the programme, the value is the list of theirs.
     */
    private static Map<String, Object> pick(Map<String, String> fieldsByName, Map<String, Object> data) {
        Map<String, Object> picked = new LinkedHashMap<>();
        fieldsByName.forEach((name, fields) -> {
            List<Object> values = Stream.of(fields.split(","))
                    .map(field -> data.getOrDefault(field.strip(), ""))
                    .toList();
            if (!values.get(0).equals("")) {
                picked.put(name, values.size() == 1 ? values.get(0) : values);
            }
        });
        return picked;
    }

    private static Map<String, Object> facts(TaskRow task, Submission submission) {
        Map<String, Object> facts = new LinkedHashMap<>();
        task.facts().forEach((field, variable) -> {
            Object value = submission.data().get(field);
            if (value != null) {
                facts.put(variable, value);
            }
        });
        return facts;
    }

    /**
     * Keeps what the actor has written so far, whatever it is; it is checked when it is handed in. Refuses only characters
     * that cannot be stored ({@code illegalCharacter}), and a vote that is secret ({@code votedOnThePage}).
     */
    public Draft saveDraft(Actor actor, String taskId, Map<String, ?> data) {
        return inTransaction(actor, taskId, () -> {
            String ballot = hold(actor, taskId).task().ballot();
            if (ballot != null
                    && decisions.isSecret(inbox.visible(actor, taskId).caseKey(), ballot)) {
                throw Refused.conflict("votedOnThePage");
            }
            forms.requireStorable(data);
            Instant now = clock.instant();
            submissions.saveDraft(taskId, actor.name(), data, now);
            return submissions.draft(taskId, actor.name()).orElseThrow();
        });
    }

    public Optional<Draft> draft(Actor actor, String taskId) {
        return submissions.draft(taskId, actor.name());
    }

    /** Names what the actor has written so far, so that what is handed in is what was checked. */
    public String draftDigest(Actor actor, String taskId) {
        return submissions
                .draft(taskId, actor.name())
                .map(draft -> Digest.of(submissions.write(draft.data())).hex())
                .orElse("");
    }

    /** What the actor finds in the form: their draft, or else what the case knows already. */
    public Map<String, Object> prefilled(Actor actor, String taskId) {
        TaskRow task = inbox.visible(actor, taskId);
        return submissions.draft(taskId, actor.name()).map(Draft::data).orElseGet(() -> known(actor, task));
    }

    private Map<String, Object> known(Actor reader, TaskRow task) {
        Map<String, Object> known = new LinkedHashMap<>(cases.context(task.caseKey()));
        if (processes.property(task.definitionId(), task.element(), "again").isPresent()) {
            inbox.lastOf(reader, task).ifPresent(last -> known.putAll(last.data()));
            known.keySet().removeAll(forms.computedKeys(task.form()));
        }
        prefills.forEach(prefill -> known.putAll(prefill.known(reader, task.caseKey(), task.text())));
        known.keySet().retainAll(forms.fieldKeys(task.form()));
        return known;
    }

    /** What would be refused if this were handed in now; empty if nothing. */
    public List<Violation> check(Actor actor, String taskId, Map<String, ?> data) {
        TaskRow task = inbox.visible(actor, taskId);
        try {
            forms.validate(task.form(), data, context(task));
            return List.of();
        } catch (Refused refused) {
            return refused.violations();
        }
    }

    /** The facts that conditions and options of the task's form may refer to. */
    public Map<String, Object> context(Actor actor, String taskId) {
        return context(inbox.visible(actor, taskId));
    }

    private Map<String, Object> context(TaskRow task) {
        Map<String, Object> context = new LinkedHashMap<>(cases.context(task.caseKey()));
        if (task.scope().state() != null) {
            context.put("state", task.scope().state());
        }
        processes.formFacts(task.caseKey(), task.definitionId(), task.element()).forEach(context::put);
        return context;
    }

    /** The posts that may not act on the task because of what they did before, each with the task they did. */
    public Map<String, String> barred(Actor reader, String taskId) {
        return separation.barred(inbox.visible(reader, taskId));
    }

    /** The name of an earlier step, as the model of the task's process has it. */
    public LocalText stepName(Actor reader, String taskId, String element) {
        return processes.elementName(inbox.visible(reader, taskId).definitionId(), element);
    }

    /** With what authority the actor would approve; empty if the task asks for none. */
    Optional<SpendingAuthority.Standing> authority(Actor actor, String taskId) {
        return authority.standing(actor, inbox.visible(actor, taskId));
    }

    /** The earlier step that keeps the actor, or whoever they stand in for, from acting on the task. */
    public Optional<String> bars(Actor actor, String taskId) {
        return separation.bars(actor, inbox.visible(actor, taskId));
    }

    /** The posts that hold the role of the task today or stand in for one that does, and may act on it. */
    public List<String> able(Actor reader, String taskId) {
        TaskRow task = inbox.visible(reader, taskId);
        return cases.holders(task.role(), task.scope()).stream()
                .flatMap(post -> Stream.concat(Stream.of(post), capacities.standIns(post).stream()))
                .distinct()
                .filter(post -> separation.mayAct(Actor.person(post), task))
                .toList();
    }

    private record Held(TaskRow task, Capacity capacity) {}

    /** Locks the case and the task, and makes sure that it is open and the actor's to act on. */
    private Held hold(Actor actor, String taskId) {
        TaskRow seen = inbox.visible(actor, taskId);
        store.lockCase(seen.caseKey());
        TaskRow task = store.lock(taskId).orElseThrow(() -> Refused.notFound("noSuchTask", taskId));
        if (capacities.of(actor, task).isEmpty()) {
            throw Refused.notFound("noSuchTask", taskId);
        }
        if (!task.isOpen()) {
            throw Refused.conflict("taskClosed", taskId);
        }
        Capacity capacity = separation
                .best(actor, task)
                .orElseThrow(() -> Refused.conflict("taskHeldByAnother", "" + capacities.holder(task)));
        return new Held(task, capacity);
    }

    private static void requireVersion(TaskRow task, int version) {
        if (task.version() != version) {
            throw Refused.conflict("taskStale", version, task.version());
        }
    }

    private boolean wasAnswered(Actor actor, String key, SubmissionStore.Answered request) {
        Optional<SubmissionStore.Answered> before = submissions.answered(actor.name(), key);
        if (before.isPresent() && !before.get().equals(request)) {
            throw Refused.conflict("requestKeyReused", key);
        }
        return before.isPresent();
    }

    private void assign(Actor actor, TaskRow task, @Nullable String holder) {
        store.assign(task.id(), holder);
        processes.assign(actor, task.id(), holder);
        store.address(task.heldBy(holder), InboxProjection.principals(task.heldBy(holder)));
    }

    private <T> T inTransaction(Actor actor, String taskId, Supplier<T> command) {
        return inTransaction(actor, taskId, Map.of(), command);
    }

    private <T> T inTransaction(Actor actor, String taskId, Map<String, ?> attempted, Supplier<T> command) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> command.get()));
            } catch (Contended | ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw Refused.conflict("contended", taskId);
                }
            } catch (Refused refused) {
                refusals.record(actor, taskId, refused, attempted);
                throw refused;
            }
        }
    }
}
