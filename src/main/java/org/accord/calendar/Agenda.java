package org.accord.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.accord.cases.Cases;
import org.accord.cases.Gathering;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.accord.decisions.Decisions;
import org.accord.documents.Markings;
import org.accord.programme.Programme;
import org.accord.tasks.Inbox;
import org.accord.tasks.TaskFilter;
import org.accord.tasks.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is coming for a reader: their tasks, and the ends of decisions, meetings and workshops that they may see. */
@Component
class Agenda {

    private static final int MOST_PAGES = 3;
    private static final int LOOKED_AHEAD = 400;

    private final Inbox inbox;
    private final Decisions decisions;
    private final Cases cases;
    private final Markings markings;
    private final Programme programme;

    Agenda(Inbox inbox, Decisions decisions, Cases cases, Markings markings, Programme programme) {
        this.inbox = inbox;
        this.decisions = decisions;
        this.cases = cases;
        this.markings = markings;
        this.programme = programme;
    }

    ZoneId zone() {
        return programme.zone();
    }

    /**
     * All of which a day lies in that time, by the first day and moment. Of tasks, in lists that are very long, the 300 due
     * first; the inbox has all.
     */
    List<Entry> between(Actor reader, LocalDate from, LocalDate until) {
        Instant start = from.atStartOfDay(zone()).toInstant();
        Instant end = until.plusDays(1).atStartOfDay(zone()).toInstant();
        Stream<Entry> tasks = Stream.of(TaskFilter.View.MINE, TaskFilter.View.GROUP)
                .flatMap(view -> tasks(reader, TaskFilter.due(view, start, end)).stream())
                .filter(TaskView::isReaders)
                .map(this::entry);
        Stream<Entry> endings =
                decisions.endingBetween(reader, start, end).stream().map(this::entry);
        Stream<Entry> meetings = cases.gatherings(reader, from, until).stream().map(this::entry);
        Map<String, Entry> each = new TreeMap<>();
        Stream.of(tasks, endings, meetings).flatMap(found -> found).forEach(entry -> each.put(entry.id(), entry));
        return each.values().stream().sorted(order()).toList();
    }

    private Comparator<Entry> order() {
        return Comparator.comparing((Entry entry) -> entry.when().first(zone()))
                .thenComparing(Entry::moment, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Entry::id);
    }

    /** The first thing after that day, if there is one within about a year. */
    Optional<Entry> next(Actor reader, LocalDate after) {
        return between(reader, after.plusDays(1), after.plusDays(LOOKED_AHEAD)).stream()
                .filter(entry -> entry.when().first(zone()).isAfter(after))
                .findFirst();
    }

    /** The case as a meeting or workshop, if it is one with a date that the reader may see; called off ones too. */
    Optional<Gathering> gathering(Actor reader, String caseKey) {
        return cases.gathering(reader, caseKey);
    }

    private List<TaskView> tasks(Actor reader, TaskFilter filter) {
        List<TaskView> tasks = new ArrayList<>();
        String after = null;
        for (int number = 0; number < MOST_PAGES; number++) {
            Page<TaskView> page = page(reader, filter, after);
            tasks.addAll(page.items());
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return tasks;
    }

    private Page<TaskView> page(Actor reader, TaskFilter filter, @Nullable String after) {
        return inbox.page(reader, filter, Inbox.LARGEST_PAGE, after);
    }

    private Entry entry(TaskView task) {
        return new Entry(
                Entry.Kind.TASK,
                "task-" + task.id(),
                task.caseKey(),
                task.name(),
                task.scope().state(),
                new When.Moment(Objects.requireNonNull(task.due())),
                task.address(),
                task.confidential() || markings.isMarked(task.caseKey()));
    }

    private Entry entry(Decisions.Ending ending) {
        return new Entry(
                Entry.Kind.valueOf(ending.kind().toUpperCase(Locale.ROOT)),
                "decision-" + ending.id(),
                ending.caseKey(),
                ending.question(),
                null,
                new When.Moment(ending.at()),
                "/decisions/" + ending.id(),
                markings.isMarked(ending.caseKey()));
    }

    Entry entry(Gathering gathering) {
        String caseKey = gathering.file().key();
        return new Entry(
                Entry.Kind.valueOf(gathering.kind().name()),
                "case-" + caseKey,
                caseKey,
                gathering.file().title(),
                gathering.file().state(),
                new When.Days(gathering.first(), gathering.last()),
                "/cases/" + caseKey,
                markings.isMarked(caseKey));
    }
}
