package org.accord.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accord.cases.CaseFile;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.accord.instance.Playback;
import org.accord.instance.Time;
import org.accord.process.AwaitedMessage;
import org.accord.process.Jobs;
import org.accord.tasks.Inbox;
import org.accord.tasks.TaskFilter;
import org.accord.tasks.TaskView;
import org.accord.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Plays a script: moves the clock from one event to the next, and lets the posts act. */
@Component
class Replay {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final int REPORTED = 50;
    private static final Actor CLOCKMAKER = Actor.system("replay");

    private final Cases cases;
    private final Tasks tasks;
    private final Inbox inbox;
    private final Jobs jobs;
    private final Time time;
    private final Playback playback;
    private final Casting casting;

    Replay(Cases cases, Tasks tasks, Inbox inbox, Jobs jobs, Time time, Playback playback, Casting casting) {
        this.cases = cases;
        this.tasks = tasks;
        this.inbox = inbox;
        this.jobs = jobs;
        this.time = time;
        this.playback = playback;
        this.casting = casting;
    }

    /** Something that the script has happen at a moment. */
    private record Happening(Instant at, String order, Runnable act) {}

    /** How a case ended beside how it should have. */
    record Line(Script.Expectation expected, @Nullable CaseFile actual) {

        boolean holds() {
            if (actual == null) {
                return false;
            }
            String outcome = expected.outcome();
            return outcome == null ? actual.isRunning() : outcome.equals(actual.outcome());
        }
    }

    record Outcome(List<Line> lines, int tasks, Duration took, long failedJobs) {

        boolean isAsHistory() {
            return failedJobs == 0 && lines.stream().allMatch(Line::holds);
        }
    }

    boolean nothingHasHappened() {
        return cases.page(casting.observer(), null, null, 1, null).items().isEmpty();
    }

    /** Whether the clock stands before the end of the script: somebody stopped Accord while it was being played. */
    boolean isCutShort(Script script) {
        return time.isSimulated() && time.instant().isBefore(script.until());
    }

    /** Plays the script to its end, with background work at rest meanwhile. */
    Outcome play(Script script) {
        long began = System.nanoTime();
        jobs.stop();
        playback.begin();
        try {
            new Run(script).play();
        } finally {
            playback.end();
            jobs.start();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new Outcome(compare(script), playback.done(), took, jobs.failed());
    }

    private List<Line> compare(Script script) {
        List<Line> lines = new ArrayList<>();
        for (Script.Expectation expected : script.expected()) {
            List<CaseFile> ofProcess = casting.casesOf(expected.process());
            int index = expected.nth() - 1;
            lines.add(new Line(expected, index < ofProcess.size() ? ofProcess.get(index) : null));
        }
        return lines;
    }

    /** One playing of one script. */
    private final class Run {

        private final Script script;
        private final Set<Object> done = new HashSet<>();
        private final Map<String, Happening> planned = new HashMap<>();

        Run(Script script) {
            this.script = script;
        }

        /** To the end, where the clock stops. */
        void play() {
            while (goOn()) {
                jobs.runDue();
            }
            passTo(script.until());
        }

        /** Moves to what is next, a timer or something in the script; false if nothing is left before the end. */
        private boolean goOn() {
            Optional<Happening> next = next();
            Instant limit = next.map(Happening::at).orElse(script.until());
            Optional<Instant> timer = jobs.nextTimer().filter(at -> at.isBefore(limit));
            if (timer.isEmpty() && next.isEmpty()) {
                return false;
            }
            passTo(timer.orElse(limit));
            if (timer.isEmpty()) {
                next.ifPresent(happening -> happening.act().run());
            }
            return true;
        }

        /** Moves to a moment before which no timer strikes; what is due beside the engine meanwhile is done in its time. */
        private void passTo(Instant at) {
            Optional<Instant> due = jobs.nextDue().filter(before -> before.isBefore(at));
            while (due.isPresent()) {
                moveTo(due.get());
                jobs.runDue();
                due = jobs.nextDue().filter(before -> before.isBefore(at));
            }
            moveTo(at);
        }

        private void moveTo(Instant at) {
            if (!time.isSimulated() || at.isAfter(time.instant())) {
                time.moveTo(CLOCKMAKER, at);
            }
        }

        private Optional<Happening> next() {
            List<Happening> happenings = new ArrayList<>(openings());
            happenings.addAll(reports());
            for (TaskView task : openTasks()) {
                Happening planned = plan(task);
                if (planned != null) {
                    happenings.add(planned);
                }
            }
            return happenings.stream()
                    .filter(happening -> !happening.at().isAfter(script.until()))
                    .min(Comparator.comparing(Happening::at).thenComparing(Happening::order));
        }

        private List<Happening> openings() {
            return script.openings().stream()
                    .filter(opening -> !done.contains(opening))
                    .map(opening -> new Happening(opening.at(), "", () -> {
                        done.add(opening);
                        cases.open(Actor.person(opening.by()), opening.process());
                    }))
                    .toList();
        }

        private List<Happening> reports() {
            return script.reports().stream()
                    .filter(report -> !done.contains(report))
                    .map(report -> new Happening(report.at(), "", () -> {
                        done.add(report);
                        report(report);
                    }))
                    .toList();
        }

        private void report(Script.Report report) {
            Actor actor = Actor.person(report.by());
            String key = casting.casesOf(report.process()).get(report.nth() - 1).key();
            AwaitedMessage message = cases.reportable(actor, key).stream()
                    .filter(awaited -> awaited.name().equals(report.message()))
                    .filter(awaited -> report.state() == null || report.state().equals(awaited.state()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody waits for " + report));
            cases.report(actor, key, message.id(), report.data() == null ? Map.of() : report.data());
        }

        private @Nullable Happening plan(TaskView task) {
            Happening before = planned.get(task.id());
            if (before != null) {
                return before;
            }
            Script.Answer answer = casting.answer(script, task);
            if (answer.leave()) {
                return null;
            }
            Happening happening =
                    new Happening(casting.moment(script, task, answer), task.id(), () -> act(task, answer));
            planned.put(task.id(), happening);
            return happening;
        }

        private void act(TaskView task, Script.Answer answer) {
            Actor actor = casting.actor(task, answer);
            Map<String, Object> data = casting.data(script, task, answer);
            try {
                TaskView held = tasks.claim(actor, task.id());
                tasks.complete(actor, task.id(), held.version(), data, null);
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "%s could not do %s of %s (%s) with %s"
                                .formatted(actor.name(), task.element(), task.caseKey(), task.process(), data),
                        e);
            }
            playback.step();
            if (playback.done() % REPORTED == 0) {
                LOG.info("{}: {} tasks done, now {}", time.instant(), playback.done(), task.caseKey());
            }
        }

        private List<TaskView> openTasks() {
            List<TaskView> open = new ArrayList<>();
            String after = null;
            do {
                Page<TaskView> page =
                        inbox.page(casting.observer(), TaskFilter.of(TaskFilter.View.ALL), Inbox.LARGEST_PAGE, after);
                open.addAll(page.items());
                after = page.next();
            } while (after != null);
            return open;
        }
    }
}
