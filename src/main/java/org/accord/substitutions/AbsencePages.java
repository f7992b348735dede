package org.accord.substitutions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.process.Processes;
import org.accord.programme.Mandate;
import org.accord.programme.Programme;
import org.accord.programme.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Absences and hand-overs of posts, on one page. */
@Controller
class AbsencePages {

    private static final int LATEST = 100;
    private static final Proposal BLANK = Proposal.of(null, null, null, null, null, null, null);

    private final Substitutions substitutions;
    private final Handovers handovers;
    private final Permissions permissions;
    private final Programme programme;
    private final Processes processes;

    AbsencePages(
            Substitutions substitutions,
            Handovers handovers,
            Permissions permissions,
            Programme programme,
            Processes processes) {
        this.substitutions = substitutions;
        this.handovers = handovers;
        this.permissions = permissions;
        this.programme = programme;
        this.processes = processes;
    }

    /** A substitution with what the reader may do about it. */
    record Row(
            Substitution substitution,
            Substitution.Standing standing,
            boolean mayDecide,
            boolean mayWithdraw,
            boolean mayEnd) {}

    /** A hand-over with what the reader may do about it, and the posts that have not agreed yet. */
    record HandoverRow(Handover handover, List<String> waitsFor, boolean mayConfirm, boolean mayWithdraw) {}

    /** The next holder as typed. */
    record Succession(String from, String to) {}

    @GetMapping("/absences")
    String absences(Actor actor, Model model) {
        return show(actor, model, BLANK, new Succession("", ""), List.of(), List.of());
    }

    private String show(
            Actor actor,
            Model model,
            Proposal typed,
            Succession succession,
            List<Violation> faults,
            List<Violation> handoverFaults) {
        List<Row> rows = substitutions.visible(actor, null, LATEST).stream()
                .map(substitution -> row(actor, substitution))
                .toList();
        model.addAttribute("waiting", rows.stream().filter(Row::mayDecide).toList());
        model.addAttribute("own", only(rows, actor, Concern.PRINCIPAL));
        model.addAttribute("standingIn", only(rows, actor, Concern.SUBSTITUTE));
        model.addAttribute("others", only(rows, actor, Concern.NEITHER));
        model.addAttribute(
                "handovers",
                handovers.visible(actor, LATEST).stream()
                        .map(handover -> row(actor, handover))
                        .toList());
        model.addAttribute("typed", typed);
        model.addAttribute("succession", succession);
        model.addAttribute("faults", byField(faults));
        model.addAttribute("handoverFaults", byField(handoverFaults));
        model.addAttribute("violations", faults.isEmpty() ? handoverFaults : faults);
        addChoices(actor, model);
        return "substitutions/absences";
    }

    private void addChoices(Actor actor, Model model) {
        boolean administers = permissions.may(actor, Right.ADMINISTER, Scope.PROGRAMME);
        List<Mandate> own = programme.mandatesOf(actor.name()).stream()
                .filter(mandate -> mandate.holdsWithin(substitutions.today(), null))
                .toList();
        List<String> held = own.stream().map(Mandate::role).distinct().toList();
        boolean ofStates = own.stream().anyMatch(mandate -> mandate.scope().state() != null);
        model.addAttribute("narrowable", administers || ofStates);
        model.addAttribute("administers", administers);
        model.addAttribute("holdsSomething", !own.isEmpty());
        model.addAttribute("posts", programme.posts());
        model.addAttribute(
                "roles",
                programme.roles().stream()
                        .filter(role -> !role.personal() && (administers || held.contains(role.code())))
                        .map(Role::code)
                        .toList());
        model.addAttribute("processes", processes.withCases());
        model.addAttribute("longest", SubstitutionRules.LONGEST_DAYS);
    }

    private enum Concern {
        PRINCIPAL,
        SUBSTITUTE,
        NEITHER
    }

    private static List<Row> only(List<Row> rows, Actor actor, Concern concern) {
        return rows.stream()
                .filter(row -> !row.mayDecide() && concern(row, actor) == concern)
                .toList();
    }

    private static Concern concern(Row row, Actor actor) {
        if (actor.is(row.substitution().terms().principal())) {
            return Concern.PRINCIPAL;
        }
        return actor.is(row.substitution().terms().substitute()) ? Concern.SUBSTITUTE : Concern.NEITHER;
    }

    private Row row(Actor actor, Substitution substitution) {
        boolean owner = substitutions.isOwner(actor, substitution);
        return new Row(
                substitution,
                substitution.standing(substitutions.today()),
                substitutions.mayDecide(actor, substitution),
                substitution.isProposed() && (owner || actor.is(substitution.proposedBy())),
                owner && substitution.isInForceOrToCome(substitutions.today()));
    }

    private HandoverRow row(Actor actor, Handover handover) {
        boolean own = handover.concerns(actor.name()) || actor.is(handover.proposedBy());
        boolean may = own || permissions.may(actor, Right.ADMINISTER, Scope.PROGRAMME);
        List<String> waitsFor = Stream.of(handover.from(), handover.to())
                .filter(handover::waitsFor)
                .toList();
        return new HandoverRow(handover, waitsFor, waitsFor.contains(actor.name()), handover.isOpen() && may);
    }

    private static Map<String, List<Violation>> byField(List<Violation> faults) {
        return faults.stream().collect(Collectors.groupingBy(Violation::field));
    }

    @PostMapping("/absences")
    String propose(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String principal,
            @RequestParam(defaultValue = "") String substitute,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable List<@Nullable String> roles,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(name = "processes", required = false) @Nullable List<@Nullable String> chosen) {
        Proposal typed = Proposal.of(principal, substitute, from, until, roles, state, chosen);
        try {
            substitutions.propose(actor, typed);
        } catch (Refused refused) {
            return again(actor, model, response, refused, typed, new Succession("", ""), true);
        }
        return "redirect:/absences";
    }

    private String again(
            Actor actor,
            Model model,
            HttpServletResponse response,
            Refused refused,
            Proposal typed,
            Succession succession,
            boolean ofAbsence) {
        if (refused.kind() != Refused.Kind.INVALID) {
            throw refused;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        List<Violation> found = refused.violations();
        return show(actor, model, typed, succession, ofAbsence ? found : List.of(), ofAbsence ? List.of() : found);
    }

    @PostMapping("/absences/{id}/approve")
    String approve(Actor actor, @PathVariable String id) {
        substitutions.approve(actor, id);
        return "redirect:/absences";
    }

    @PostMapping("/absences/{id}/refuse")
    String refuse(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        substitutions.refuse(actor, id, reason);
        return "redirect:/absences";
    }

    @PostMapping("/absences/{id}/withdraw")
    String withdraw(Actor actor, @PathVariable String id) {
        substitutions.withdraw(actor, id);
        return "redirect:/absences";
    }

    @PostMapping("/absences/{id}/end")
    String end(Actor actor, @PathVariable String id) {
        substitutions.end(actor, id);
        return "redirect:/absences";
    }

    @PostMapping("/absences/handovers")
    String handOver(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String to) {
        try {
            handovers.propose(actor, Proposal.plain(holder), Proposal.plain(to));
        } catch (Refused refused) {
            return again(actor, model, response, refused, BLANK, new Succession(holder, to), false);
        }
        return "redirect:/absences";
    }

    @PostMapping("/absences/handovers/{id}/confirm")
    String confirm(Actor actor, @PathVariable String id) {
        handovers.confirm(actor, id);
        return "redirect:/absences";
    }

    @PostMapping("/absences/handovers/{id}/withdraw")
    String withdrawHandover(Actor actor, @PathVariable String id) {
        handovers.withdraw(actor, id);
        return "redirect:/absences";
    }
}
