package org.accord.initiatives;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.cases.CaseFile;
import org.accord.core.Actor;
import org.accord.programme.Initiative;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class InitiativeApi {

    private final Initiatives initiatives;

    InitiativeApi(Initiatives initiatives) {
        this.initiatives = initiatives;
    }

    record ShareItem(String stage, int count) {}

    record CellItem(List<ShareItem> stages, int hosted) {}

    record RowItem(String state, String standing, Map<String, CellItem> cells) {}

    record BoardItem(
            @JsonProperty("case") @Nullable String caseKey,
            @Nullable LocalDate adopted,
            List<String> pillars,
            List<RowItem> rows) {}

    record WorkItem(
            @JsonProperty("case") String caseKey,
            String process,
            String title,
            String status,
            @Nullable String outcome,
            @Nullable String state,
            @Nullable LocalDate date) {}

    record WaitItem(
            @JsonProperty("case") String caseKey,
            String name,
            @Nullable String role,
            @Nullable String state,
            @Nullable Instant due) {}

    record InitiativeItem(
            String code,
            String pillar,
            String title,
            String flag,
            @Nullable String source,
            String stage,
            @Nullable String rating,
            List<WorkItem> cases,
            List<WaitItem> waitingFor) {}

    record InitiativeList(List<InitiativeItem> items) {}

    @GetMapping("/board")
    BoardItem board(Actor actor) {
        Board board = initiatives.board(actor);
        Board.Plan plan = board.plan();
        return new BoardItem(
                plan == null ? null : plan.caseKey(),
                plan == null ? null : plan.adopted(),
                board.pillars(),
                board.rows().stream().map(InitiativeApi::row).toList());
    }

    private static RowItem row(Board.Row row) {
        Map<String, CellItem> cells = new LinkedHashMap<>();
        row.cells().forEach((pillar, cell) -> cells.put(pillar, cell(cell)));
        return new RowItem(row.state(), row.standing().name(), cells);
    }

    private static CellItem cell(Board.Cell cell) {
        return new CellItem(
                cell.shares().stream()
                        .map(share -> new ShareItem(share.stage().word(), share.count()))
                        .toList(),
                cell.hosted());
    }

    @GetMapping("/initiatives")
    InitiativeList list(
            Actor actor,
            Locale locale,
            @RequestParam(required = false) @Nullable String pillar,
            @RequestParam(required = false) @Nullable String stage) {
        return new InitiativeList(initiatives.list(actor, pillar, stage).stream()
                .map(view -> item(view, locale))
                .toList());
    }

    @GetMapping("/initiatives/{code}")
    InitiativeItem one(Actor actor, Locale locale, @PathVariable String code) {
        return item(initiatives.find(actor, code), locale);
    }

    private static InitiativeItem item(InitiativeView view, Locale locale) {
        Initiative initiative = view.initiative();
        Rating rating = view.rating();
        return new InitiativeItem(
                initiative.code(),
                initiative.pillar(),
                initiative.title().in(locale),
                initiative.flag().name().toLowerCase(Locale.ROOT),
                initiative.source(),
                view.stage().word(),
                rating == null ? null : rating.colour(),
                view.work().stream().map(work -> work(work.file(), locale)).toList(),
                view.waits().stream()
                        .map(wait -> new WaitItem(
                                wait.caseKey(), wait.name().in(locale), wait.role(), wait.state(), wait.due()))
                        .toList());
    }

    private static WorkItem work(CaseFile file, Locale locale) {
        return new WorkItem(
                file.key(),
                file.process(),
                file.title().in(locale),
                file.status().word(),
                file.outcome(),
                file.state(),
                file.date());
    }
}
