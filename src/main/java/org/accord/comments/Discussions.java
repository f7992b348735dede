package org.accord.comments;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.accord.access.Grant;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.access.Right;
import org.accord.audit.WordsErased;
import org.accord.cases.CaseFile;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.LocalText;
import org.accord.core.Page;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.forms.Forms;
import org.accord.programme.Programme;
import org.accord.programme.State;
import org.accord.tasks.Inbox;
import org.accord.tasks.Talk;
import org.accord.tasks.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say to each other about a case and its tasks. */
@Component
public class Discussions implements Talk {

    static final int LONGEST = 4_000;
    static final String PART = "discussion";
    private static final int PAGE = 50;
    private static final int MOST_MENTIONS = 20;

    private final CommentStore store;
    private final Cases cases;
    private final Inbox inbox;
    private final Permissions permissions;
    private final Reach reach;
    private final Programme programme;
    private final Forms forms;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Discussions(
            CommentStore store,
            Cases cases,
            Inbox inbox,
            Permissions permissions,
            Reach reach,
            Programme programme,
            Forms forms,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.inbox = inbox;
        this.permissions = permissions;
        this.reach = reach;
        this.programme = programme;
        this.forms = forms;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A comment as it was handed in.
     *
     * @param id chosen by whoever writes it; one that is kept already is not kept again
     * @param task the task it is about; absent if it is about the case
     */
    record Draft(
            UUID id, String text, String audience, @Nullable String task) {}

    /** The newest comments of a case that the reader may see, in the order in which they were written. */
    Page<Comment> of(Actor reader, String caseKey, @Nullable Long before, @Nullable Instant seen) {
        cases.find(reader, caseKey);
        List<CommentStore.Row> rows = store.page(as(reader), caseKey, before, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<CommentStore.Row> shown = new ArrayList<>(more ? rows.subList(0, PAGE) : rows);
        Collections.reverse(shown);
        Map<String, LocalText> tasks = inbox.ofCase(reader, caseKey).stream()
                .collect(Collectors.toMap(TaskView::id, TaskView::name, (one, other) -> one));
        List<Comment> comments = shown.stream()
                .map(row -> comment(reader, row, seen, tasks.get(String.valueOf(row.task()))))
                .toList();
        return new Page<>(comments, more ? "" + shown.get(0).number() : null);
    }

    /** One of them; {@code noSuchComment} also for those that the reader may not see. */
    Comment find(Actor reader, String caseKey, UUID id) {
        cases.find(reader, caseKey);
        return store.find(id)
                .filter(row -> row.caseKey().equals(caseKey) && mayRead(reader, row))
                .map(row -> comment(reader, row, clock.instant(), null))
                .orElseThrow(() -> Refused.notFound("noSuchComment", id.toString()));
    }

    private boolean mayRead(Actor reader, CommentStore.Row row) {
        return reader.is(row.author())
                || reach.of(reader, row.process()).stream().anyMatch(row.audiences()::contains);
    }

    private static Comment comment(
            Actor reader, CommentStore.Row row, @Nullable Instant seen, @Nullable LocalText task) {
        boolean own = reader.is(row.author());
        return new Comment(
                row.number(),
                row.id(),
                row.caseKey(),
                row.task(),
                task,
                row.author(),
                row.capacity(),
                row.audience(),
                row.text(),
                row.mentions(),
                row.at(),
                row.withdrawn(),
                !own && (seen == null || row.at().isAfter(seen)),
                own && row.withdrawn() == null);
    }

    /** Whether the actor may say something there: whoever works in the programme and sees the case. */
    boolean mayWrite(Actor actor, String caseKey) {
        return !speakers(actor, cases.find(actor, caseKey)).isEmpty();
    }

    private List<Grant> speakers(Actor actor, CaseFile file) {
        return permissions.grants(actor).stream()
                .filter(grant -> grant.isFor(file.process()) && grant.rights().contains(Right.WORK))
                .toList();
    }

    /** To whom the actor may say something there, the widest first. */
    List<Audience> audiences(Actor actor, String caseKey) {
        CaseFile file = cases.find(actor, caseKey);
        List<Audience> audiences = new ArrayList<>(List.of(Audience.ALL));
        if (reach.sees(actor, file.process(), Scope.PROGRAMME, false, true)) {
            audiences.add(Audience.SECRETARIAT);
        }
        Set<String> own = speakers(actor, file).stream()
                .map(grant -> grant.scope().state())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        boolean trusted = reach.isTrusted(actor, file.process());
        programme.states().stream()
                .filter(state -> state.group() == State.Group.REGION)
                .map(State::code)
                .filter(code -> trusted || own.contains(code))
                .map(Audience::ofState)
                .forEach(audiences::add);
        return audiences;
    }

    /**
     * Says something. Refuses {@code mayNotComment} to those who only read, and with violations an empty text or one of more
     * than 4,000 characters, characters that cannot be stored or that nobody sees ({@code hiddenCharacter}), an audience or a
     * task that is not theirs to choose ({@code notAnOption}), and the mention of nobody ({@code noSuchPost}) or of a post that
     * may not read it ({@code mayNotRead}); with {@code idTaken} another comment under an id that is kept already.
     */
    @Transactional
    public void write(Actor actor, String caseKey, Draft draft) {
        CaseFile file = cases.find(actor, caseKey);
        Capacity capacity = capacity(actor, file, draft.audience());
        CommentText text = text(draft);
        Audience.Matter matter = matter(actor, file, draft.task());
        Audience audience = audience(actor, caseKey, draft, matter);
        Set<String> readers = audience.within(matter);
        Set<String> mentioned = mentioned(actor, file, text, readers);
        CommentStore.Row row = new CommentStore.Row(
                0,
                draft.id(),
                caseKey,
                file.process(),
                draft.task(),
                actor.name(),
                capacity,
                audience,
                readers,
                text.text(),
                mentioned,
                clock.instant(),
                null);
        if (store.insert(row).isPresent()) {
            events.publishEvent(CommentEvent.Written.of(actor, row, matter));
        } else if (store.find(row.id()).filter(row::saysTheSame).isEmpty()) {
            throw Refused.conflict("idTaken");
        }
    }

    private CommentText text(Draft draft) {
        CommentText text = CommentText.of(draft.text());
        forms.requireText("text", text.text(), LONGEST);
        text.firstHidden().ifPresent(point -> {
            throw Refused.invalid(Violation.of("text", "hiddenCharacter", "U+%04X".formatted(point)));
        });
        return text;
    }

    private Audience audience(Actor actor, String caseKey, Draft draft, Audience.Matter matter) {
        return Audience.parse(draft.audience())
                .filter(audiences(actor, caseKey)::contains)
                .filter(audience -> audience.isWithin(matter))
                .orElseThrow(() -> Refused.invalid(Violation.of("audience", "notAnOption", draft.audience())));
    }

    /** As the State that it is said to, if the actor speaks for it; else in their first role. */
    private Capacity capacity(Actor actor, CaseFile file, String audience) {
        List<Grant> speakers = speakers(actor, file);
        return speakers.stream()
                .filter(grant -> audience.equals("state:" + grant.scope().state()))
                .findFirst()
                .or(() -> speakers.stream().findFirst())
                .map(Grant::capacity)
                .orElseThrow(() -> Refused.notPermitted("mayNotComment", actor.name()));
    }

    private Audience.Matter matter(Actor actor, CaseFile file, @Nullable String task) {
        if (task == null) {
            return new Audience.Matter(Scope.PROGRAMME, false, file.secretariatOnly());
        }
        TaskView found = inbox.ofCase(actor, file.key()).stream()
                .filter(one -> one.id().equals(task))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(Violation.of("task", "notAnOption", task)));
        return new Audience.Matter(found.scope(), found.confidential(), file.secretariatOnly());
    }

    private Set<String> mentioned(Actor actor, CaseFile file, CommentText text, Set<String> readers) {
        List<Violation> faults = new ArrayList<>();
        Set<String> mentioned = new LinkedHashSet<>();
        for (String name : text.mentions()) {
            if (programme.post(name).isEmpty()) {
                faults.add(Violation.of("text", "noSuchPost", name));
            } else if (!reads(name, file, readers)) {
                faults.add(Violation.of("text", "mayNotRead", name));
            } else if (!actor.is(name)) {
                mentioned.add(name);
            }
        }
        if (!faults.isEmpty()) {
            throw Refused.invalid("invalid", faults);
        }
        return mentioned;
    }

    private boolean reads(String name, CaseFile file, Set<String> readers) {
        Actor post = Actor.person(name);
        return cases.isVisible(post, file.key())
                && reach.of(post, file.process()).stream().anyMatch(readers::contains);
    }

    /**
     * Takes back what the actor said: its words are shown to nobody any more; that something was said stays, and the record
     * keeps it. Refuses {@code noSuchComment}, also for those of others.
     */
    @Transactional
    public void withdraw(Actor actor, String caseKey, UUID id) {
        CaseFile file = cases.find(actor, caseKey);
        CommentStore.Row row = store.find(id)
                .filter(one -> one.caseKey().equals(caseKey) && actor.is(one.author()))
                .orElseThrow(() -> Refused.notFound("noSuchComment", id.toString()));
        Capacity capacity = capacity(actor, file, row.audience().word());
        if (store.withdraw(id, clock.instant())) {
            Scope scope = row.audience().state() == null
                    ? Scope.PROGRAMME
                    : Scope.ofState(row.audience().state());
            events.publishEvent(new CommentEvent.Withdrawn(
                    actor,
                    capacity,
                    id.toString(),
                    caseKey,
                    scope,
                    row.audience().kind() == Audience.Kind.STATE,
                    row.audiences()));
        }
    }

    @EventListener
    void on(WordsErased erased) {
        if (erased.of().type().equals("comment")) {
            store.withdraw(UUID.fromString(erased.of().id()), clock.instant());
        }
    }

    /** Whether a post may read a comment that is not withdrawn. */
    public boolean isReadBy(String userName, String id) {
        Actor reader = Actor.person(userName);
        return store.find(UUID.fromString(id))
                .filter(row -> row.withdrawn() == null && cases.isVisible(reader, row.caseKey()))
                .filter(row -> mayRead(reader, row))
                .isPresent();
    }

    @Override
    public Map<String, Said> of(Actor reader, Collection<String> caseKeys) {
        return caseKeys.isEmpty() ? Map.of() : new LinkedHashMap<>(store.counts(as(reader), caseKeys));
    }

    @Override
    public List<Mention> mentions(Actor reader) {
        return store.mentions(as(reader), MOST_MENTIONS);
    }

    private CommentStore.Reader as(Actor reader) {
        return new CommentStore.Reader(reader.name(), reach.names(reader));
    }

    /** A task of the case that the reader may see. */
    Optional<TaskView> task(Actor reader, String caseKey, @Nullable String task) {
        return task == null
                ? Optional.empty()
                : inbox.ofCase(reader, caseKey).stream()
                        .filter(one -> one.id().equals(task))
                        .findFirst();
    }
}
