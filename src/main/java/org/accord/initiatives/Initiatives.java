package org.accord.initiatives;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.cases.CaseFile;
import org.accord.cases.Cases;
import org.accord.cases.Participation;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.programme.Initiative;
import org.accord.programme.Pillar;
import org.accord.programme.Programme;
import org.accord.programme.Result;
import org.accord.programme.State;
import org.accord.tasks.Inbox;
import org.accord.tasks.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The initiatives of the programme, each as far as its reader may know it. */
@Component
public class Initiatives {

    private final Programme programme;
    private final Cases cases;
    private final Inbox inbox;
    private final Ratings ratings;

    Initiatives(Programme programme, Cases cases, Inbox inbox, Ratings ratings) {
        this.ratings = ratings;
        this.programme = programme;
        this.cases = cases;
        this.inbox = inbox;
    }

    /** Where each pillar stands in each State. */
    public Board board(Actor reader) {
        Map<String, List<CaseFile>> work = work(reader);
        CaseFile plan = plan(reader);
        List<String> pillars = pillars();
        List<Board.Row> rows = new ArrayList<>();
        standings(reader, plan).forEach((state, standing) -> rows.add(row(state, standing, pillars, work)));
        return new Board(plan == null ? null : plan(plan), pillars, rows);
    }

    private Board.Plan plan(CaseFile plan) {
        Instant ended = plan.ended();
        if (!plan.isAdoptedPlan() || ended == null) {
            return new Board.Plan(plan.key(), null);
        }
        return new Board.Plan(plan.key(), plan.date() == null ? programme.dayOf(ended) : plan.date());
    }

    private Stream<String> region() {
        return programme.states().stream()
                .filter(state -> state.group() == State.Group.REGION)
                .map(State::code);
    }

    private Map<String, List<CaseFile>> work(Actor reader) {
        return cases.ofInitiatives(reader).stream().collect(Collectors.groupingBy(file -> "" + file.initiative()));
    }

    /** The latest plan that was adopted; if there is none, the latest that is before the States. */
    private @Nullable CaseFile plan(Actor reader) {
        List<CaseFile> plans = cases.page(reader, "adoption", null, 100, null).items();
        return plans.stream()
                .filter(CaseFile::isAdoptedPlan)
                .findFirst()
                .or(() -> plans.stream().filter(CaseFile::isRunning).findFirst())
                .orElse(null);
    }

    /** How the States of the region stand to a plan, by code. */
    private Map<String, Board.Standing> standings(Actor reader, @Nullable CaseFile plan) {
        Map<String, Participation> seated =
                plan == null || !plan.isAdoptedPlan() ? Map.of() : cases.participation(reader, plan.key());
        Map<String, Board.Standing> standings = new LinkedHashMap<>();
        region().forEach(state -> standings.put(
                state,
                seated.isEmpty()
                        ? Board.Standing.TAKES_PART
                        : standing(seated.getOrDefault(state, Participation.OBSERVER))));
        return standings;
    }

    private static Board.Standing standing(Participation participation) {
        return switch (participation) {
            case PARTICIPATING -> Board.Standing.ADOPTED;
            case OBSERVER -> Board.Standing.OBSERVER;
            case DEFERRED -> Board.Standing.DEFERRED;
        };
    }

    private Board.Row row(
            String state, Board.Standing standing, List<String> pillars, Map<String, List<CaseFile>> work) {
        boolean aside = standing == Board.Standing.OBSERVER || standing == Board.Standing.DEFERRED;
        Map<String, Board.Cell> cells = new LinkedHashMap<>();
        for (String pillar : pillars) {
            cells.put(pillar, cell(state, aside, pillar, work));
        }
        return new Board.Row(state, standing, cells);
    }

    private Board.Cell cell(String state, boolean aside, String pillar, Map<String, List<CaseFile>> work) {
        Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
        int hosted = 0;
        for (Initiative initiative : programme.initiatives()) {
            if (initiative.pillar().equals(pillar)) {
                List<CaseFile> files = work.getOrDefault(initiative.code(), List.of());
                counts.merge(Stage.of(files), 1, Integer::sum);
                hosted += (int)
                        files.stream().filter(file -> isHosted(file, state)).count();
            }
        }
        if (aside) {
            counts.remove(Stage.PLANNED);
        }
        List<Board.Share> shares = new ArrayList<>();
        counts.forEach((stage, count) -> shares.add(0, new Board.Share(stage, count)));
        return new Board.Cell(shares, hosted);
    }

    private static boolean isHosted(CaseFile file, String state) {
        Stage stage = Stage.of(List.of(file));
        return state.equals(file.state()) && (stage == Stage.UNDER_WAY || stage == Stage.HELD);
    }

    /**
     * The initiatives in the order of the programme, all or those of a pillar, at any stage or at one; refuses
     * {@code notAnOption} for what is no pillar or no stage.
     */
    public List<InitiativeView> list(Actor reader, @Nullable String pillar, @Nullable String stage) {
        if (pillar != null && !pillars().contains(pillar)) {
            throw Refused.invalid(Violation.of("pillar", "notAnOption", pillar));
        }
        Stage wanted = stage == null ? null : Stage.named(stage);
        Map<String, List<CaseFile>> work = work(reader);
        Map<String, Rating> rated = ratings.all();
        return programme.initiatives().stream()
                .filter(initiative -> pillar == null || pillar.equals(initiative.pillar()))
                .filter(initiative ->
                        wanted == null || wanted == Stage.of(work.getOrDefault(initiative.code(), List.of())))
                .map(initiative -> view(reader, initiative, work.getOrDefault(initiative.code(), List.of()), rated))
                .toList();
    }

    List<String> pillars() {
        return programme.pillars().stream().map(Pillar::code).toList();
    }

    /** One initiative; refuses {@code noSuchInitiative}. */
    public InitiativeView find(Actor reader, String code) {
        Initiative found = initiative(code);
        return view(reader, found, work(reader).getOrDefault(code, List.of()), ratings.all());
    }

    private Initiative initiative(String code) {
        return programme.initiatives().stream()
                .filter(initiative -> initiative.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("noSuchInitiative", code));
    }

    /**
     * Opens the proposal of a workshop that serves the initiative; refuses {@code noSuchInitiative} and {@code notAStarter}.
     *
     * @return the key of its case
     */
    public String propose(Actor actor, String code) {
        Initiative served = initiative(code);
        return cases.open(actor, Stage.WORKSHOP, Map.of("initiative", served.code(), "pillar", served.pillar()))
                .key();
    }

    boolean mayPropose(Actor actor) {
        return cases.startable(actor).stream().anyMatch(process -> process.key().equals(Stage.WORKSHOP));
    }

    private InitiativeView view(Actor reader, Initiative initiative, List<CaseFile> files, Map<String, Rating> rated) {
        List<CaseFile> running = files.stream().filter(CaseFile::isRunning).toList();
        List<TaskView> open = running.stream()
                .flatMap(file -> inbox.ofCase(reader, file.key()).stream())
                .filter(TaskView::isOpen)
                .toList();
        return new InitiativeView(
                initiative,
                Stage.of(files),
                seen(files, rated.get(initiative.code())),
                files.stream()
                        .sorted(Comparator.comparing(CaseFile::started)
                                .thenComparing(CaseFile::key)
                                .reversed())
                        .map(file -> new InitiativeView.Work(file, cases.processName(file), cases.outcome(file)))
                        .toList(),
                running.stream().flatMap(file -> waits(reader, file, open)).toList(),
                open.stream().filter(task -> task.reason().isToDo()).toList(),
                programme.gatherings().stream()
                        .filter(gathering -> initiative.code().equals(gathering.initiative()))
                        .toList());
    }

    private static @Nullable Rating seen(List<CaseFile> files, @Nullable Rating rating) {
        boolean visible =
                rating != null && files.stream().anyMatch(file -> file.key().equals(rating.caseKey()));
        return visible ? rating : null;
    }

    /** The tasks that the reader may know of; if there are none, where the case stands. */
    private Stream<InitiativeView.Wait> waits(Actor reader, CaseFile file, List<TaskView> open) {
        List<InitiativeView.Wait> tasks = open.stream()
                .filter(task -> task.caseKey().equals(file.key()))
                .map(task -> new InitiativeView.Wait(
                        file.key(), task.name(), task.role(), task.scope().state(), task.due()))
                .toList();
        return tasks.isEmpty()
                ? cases.standing(reader, file.key()).stream()
                        .map(place -> new InitiativeView.Wait(file.key(), place.name(), null, null, null))
                : tasks.stream();
    }

    /** The outcomes that a pillar works for. */
    List<Result> resultsOf(String pillar) {
        return programme.results().stream()
                .filter(result -> result.pillar().equals(pillar))
                .toList();
    }
}
