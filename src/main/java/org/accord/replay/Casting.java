package org.accord.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accord.access.Right;
import org.accord.cases.CaseFile;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.accord.core.Scope;
import org.accord.programme.Gathering;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.accord.programme.Role;
import org.accord.programme.State;
import org.accord.tasks.Inbox;
import org.accord.tasks.TaskView;
import org.accord.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides who does a task of the script, when, and with what in hand. */
@Component
class Casting {

    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);
    private static final Pattern DAY = Pattern.compile("(date|end|\\d{4}-\\d{2}-\\d{2})(?:([+-]\\d+)d)?");

    private final Programme programme;
    private final Cases cases;
    private final Inbox inbox;
    private final Tasks tasks;
    private final Clock clock;

    /** What never changes once a case is open, by its key. */
    private final Map<String, String> processes = new ConcurrentHashMap<>();

    private final Map<String, Integer> ordinals = new ConcurrentHashMap<>();

    private volatile @Nullable Actor observer;

    Casting(Programme programme, Cases cases, Inbox inbox, Tasks tasks, Clock clock) {
        this.programme = programme;
        this.cases = cases;
        this.inbox = inbox;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A post that sees everything and changes nothing. */
    Actor observer() {
        Actor known = observer;
        if (known == null) {
            known = findObserver();
            observer = known;
        }
        return known;
    }

    private Actor findObserver() {
        Role reader = programme.roles().stream()
                .filter(role -> role.may(Right.READ_ALL))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no role of the programme reads everything"));
        return Actor.person(holders(reader.code(), Scope.PROGRAMME).get(0).userName());
    }

    private List<Post> holders(String role, Scope scope) {
        return programme.holders(role, scope, clock.instant());
    }

    /** The cases of a process in the order in which they began. */
    List<CaseFile> casesOf(String process) {
        List<CaseFile> found = new ArrayList<>();
        String after = null;
        do {
            Page<CaseFile> page = cases.page(observer(), process, null, Inbox.LARGEST_PAGE, after);
            found.addAll(page.items());
            after = page.next();
        } while (after != null);
        Collections.reverse(found);
        return found;
    }

    Script.Answer answer(Script script, TaskView task) {
        List<Script.Answer> answers =
                script.answers().getOrDefault(task.process(), Map.of()).getOrDefault(task.element(), List.of());
        for (Script.Answer answer : answers) {
            if (fits(answer.when(), task)) {
                return answer;
            }
        }
        throw new IllegalStateException(
                "the script has no answer for %s of %s (%s)".formatted(task.element(), task.process(), task.caseKey()));
    }

    private boolean fits(Script.@Nullable When when, TaskView task) {
        return when == null
                || is(when.state(), task.scope().state())
                        && is(when.organisation(), task.scope().organisation())
                        && (when.inCase() == null || when.inCase().equals(process(task.caseKey())))
                        && (when.nth() == null || when.nth() == ordinal(task.caseKey()))
                        && (when.time() == null || when.time() == times(task) + 1);
    }

    private static boolean is(@Nullable String wanted, @Nullable String given) {
        return wanted == null || wanted.equals(given);
    }

    /** How often the task was done before in its case, for its State. */
    private int times(TaskView task) {
        return (int) inbox.submissionsOf(observer(), task.caseKey()).stream()
                .filter(done ->
                        done.element().equals(task.element()) && done.scope().equals(task.scope()))
                .count();
    }

    private String process(String caseKey) {
        return processes.computeIfAbsent(
                caseKey, key -> cases.find(observer(), key).process());
    }

    private int ordinal(String caseKey) {
        return ordinals.computeIfAbsent(
                caseKey,
                key -> casesOf(process(key)).stream()
                                .map(CaseFile::key)
                                .toList()
                                .indexOf(key)
                        + 1);
    }

    Actor actor(TaskView task, Script.Answer answer) {
        if (answer.by() != null) {
            return Actor.person(answer.by());
        }
        Map<String, String> barred = tasks.barred(observer(), task.id());
        return holders(task.role(), task.scope()).stream()
                .map(Post::userName)
                .filter(name -> !barred.containsKey(name))
                .findFirst()
                .map(Actor::person)
                .orElseThrow(() -> new IllegalStateException("nobody may do " + task.element() + " as " + task.role()));
    }

    /** When the task is done. Days counted from another are moved off the secretariat's days off. */
    Instant moment(Script script, TaskView task, Script.Answer answer) {
        Duration later = answer.apart() == null
                ? Duration.ZERO
                : duration(answer.apart())
                        .multipliedBy(Math.max(0, order(task.scope().state())));
        if (answer.on() == null) {
            String after = answer.after() == null ? "1d" : answer.after();
            Instant moment = task.created().plus(duration(after)).plus(later);
            return after.endsWith("h") ? moment : onAWorkingDay(moment);
        }
        Matcher day = DAY.matcher(answer.on());
        if (!day.matches()) {
            throw new IllegalArgumentException("not a day of the script: " + answer.on());
        }
        Instant named = day(script, task, answer, day.group(1))
                .atTime(OFFICE_OPENS)
                .atZone(programme.zone())
                .toInstant();
        return day.group(2) == null && later.isZero()
                ? named
                : onAWorkingDay(named.plus(Duration.ofDays(day.group(2) == null ? 0 : Long.parseLong(day.group(2))))
                        .plus(later));
    }

    private int order(@Nullable String state) {
        return programme.states().stream().map(State::code).toList().indexOf(state);
    }

    private Instant onAWorkingDay(Instant moment) {
        ZonedDateTime local = moment.atZone(programme.zone());
        return local.with(programme.workingDay(local.toLocalDate())).toInstant();
    }

    private LocalDate day(Script script, TaskView task, Script.Answer answer, String name) {
        return switch (name) {
            case "date" -> {
                LocalDate date = cases.find(observer(), task.caseKey()).date();
                yield date == null ? gathering(script, task, answer).from() : date;
            }
            case "end" -> gathering(script, task, answer).to();
            default -> LocalDate.parse(name);
        };
    }

    private static Duration duration(String text) {
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'd' -> Duration.ofDays(amount);
            case 'h' -> Duration.ofHours(amount);
            default -> throw new IllegalArgumentException("a time of the script ends in d or h: " + text);
        };
    }

    Map<String, Object> data(Script script, TaskView task, Script.Answer answer) {
        return new Placeholders(values(script, task, answer)).fill(answer.given());
    }

    private Map<String, Object> values(Script script, TaskView task, Script.Answer answer) {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "today", LocalDate.ofInstant(clock.instant(), programme.zone()).toString());
        values.put("case", task.caseKey());
        if (task.scope().state() != null) {
            values.put("state", task.scope().state());
        }
        String code = gatheringCode(script, task, answer);
        if (code != null) {
            describe(values, gathering(script, task, answer));
        }
        return values;
    }

    private void describe(Map<String, Object> values, Gathering gathering) {
        for (String language : programme.languages()) {
            Locale locale = Locale.forLanguageTag(language);
            values.put("title." + language, gathering.title().in(locale));
            values.put("place." + language, gathering.place().in(locale));
        }
        values.put("host", gathering.host());
        values.put("from", gathering.from().toString());
        values.put("to", gathering.to().toString());
        values.put("pillars", gathering.pillars());
        values.put("pillar", gathering.pillars().get(0));
        putIfKnown(values, "participants", gathering.participants());
        putIfKnown(values, "initiative", gathering.initiative());
        putIfKnown(values, "donor", gathering.donors().stream().findFirst().orElse(null));
    }

    private static void putIfKnown(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private Gathering gathering(Script script, TaskView task, Script.Answer answer) {
        String code = gatheringCode(script, task, answer);
        return programme.gatherings().stream()
                .filter(gathering -> gathering.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("the script names no gathering of the programme for %s of %s"
                                .formatted(task.element(), task.caseKey())));
    }

    private @Nullable String gatheringCode(Script script, TaskView task, Script.Answer answer) {
        if (answer.gathering() != null) {
            return answer.gathering();
        }
        CaseFile file = cases.find(observer(), task.caseKey());
        List<String> codes = script.gatherings().getOrDefault(file.process(), List.of());
        int ordinal = ordinal(file.key());
        return ordinal <= codes.size() ? codes.get(ordinal - 1) : null;
    }
}
