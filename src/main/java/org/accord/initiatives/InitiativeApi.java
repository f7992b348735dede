package org.accord.initiatives;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.cases.CaseFile;
import org.accord.core.Actor;
import org.accord.documents.IssuedDocuments;
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
    private final Products products;

    InitiativeApi(Initiatives initiatives, Products products) {
        this.initiatives = initiatives;
        this.products = products;
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

    record PaperItem(
            @JsonProperty("case") String caseKey, String title, String language, String type, String address) {}

    record ActionItem(
            @JsonProperty("case") String caseKey,
            String title,
            @Nullable String state,
            String owner,
            LocalDate due) {}

    /** One initiative, with what its cases left behind. */
    record WholeInitiative(
            @JsonUnwrapped InitiativeItem initiative, List<PaperItem> documents, List<ActionItem> followUp) {}

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
    WholeInitiative one(Actor actor, Locale locale, @PathVariable String code) {
        InitiativeView view = initiatives.find(actor, code);
        return new WholeInitiative(
                item(view, locale),
                products.papers(view).stream().map(InitiativeApi::paper).toList(),
                products.actions(actor, view).stream()
                        .map(action -> new ActionItem(
                                action.caseKey(), action.title(), action.state(), action.owner(), action.due()))
                        .toList());
    }

    private static PaperItem paper(Products.Paper paper) {
        IssuedDocuments.Issued file = paper.file();
        return new PaperItem(paper.caseKey(), file.title(), file.language(), file.mediaType(), "/api/v1" + file.path());
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
