package org.accord.mandates;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.programme.FileChange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programme's file: the one in force, what another would change, and what became of those that were proposed. */
@Controller
@RequestMapping("/admin/programme")
class ProgrammeChangePages {

    private static final String HERE = "redirect:/admin/programme";
    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final ProgrammeChanges changes;

    ProgrammeChangePages(ProgrammeChanges changes) {
        this.changes = changes;
    }

    @GetMapping
    String all(Actor actor, Model model) {
        List<ProgrammeChange> all = changes.latest(actor);
        model.addAttribute("inForce", changes.inForce(actor));
        model.addAttribute("open", all.stream().filter(ProgrammeChange::isOpen).toList());
        model.addAttribute(
                "decided", all.stream().filter(change -> !change.isOpen()).toList());
        model.addAttribute("proposes", changes.mayPropose(actor));
        return "mandates/programme";
    }

    @GetMapping("/file")
    ResponseEntity<String> file(Actor actor) {
        var kept = changes.inForce(actor);
        return download(kept.name(), kept.text());
    }

    @GetMapping("/{number}/file")
    ResponseEntity<String> file(Actor actor, @PathVariable long number) {
        ProgrammeChange change = changes.find(actor, number);
        return download(change.fileName(), changes.text(actor, number));
    }

    private static ResponseEntity<String> download(String name, String text) {
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text);
    }

    /** Takes a file as a draft, and shows what it would change. */
    @PostMapping
    String draft(
            Actor actor,
            Model model,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response) {
        try {
            return HERE + "/" + read(actor, file).number();
        } catch (Refused refused) {
            tell(refused, model, response);
            return all(actor, model);
        }
    }

    private ProgrammeChange read(Actor actor, @Nullable MultipartFile file) {
        if (file == null) {
            throw Refused.invalid(Violation.of("file", "required"));
        }
        try {
            return changes.draft(actor, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is refused is told on the page; but not to whom the page is not for. */
    private static void tell(Refused refused, Model model, HttpServletResponse response) {
        if (refused.kind() == Refused.Kind.NOT_FOUND || refused.code().equals("notPermitted")) {
            throw refused;
        }
        response.setStatus(
                switch (refused.kind()) {
                    case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY.value();
                    case CONFLICT -> HttpStatus.CONFLICT.value();
                    default -> HttpStatus.FORBIDDEN.value();
                });
        model.addAttribute("problem", refused);
        model.addAttribute("violations", refused.violations());
    }

    /** What it would change, while it is open. */
    @GetMapping("/{number}")
    String one(Actor actor, Model model, @PathVariable long number) {
        ProgrammeChange change = changes.find(actor, number);
        model.addAttribute("change", change);
        model.addAttribute("mine", actor.is(change.proposedBy()));
        if (change.isOpen()) {
            effect(actor, model, change);
        }
        return "mandates/programmeChange";
    }

    private void effect(Actor actor, Model model, ProgrammeChange change) {
        try {
            FileChange effect = changes.effect(actor, change);
            Set<String> concerned = effect.concerned();
            model.addAttribute("effect", effect);
            model.addAttribute("concernsReader", concerned.contains(actor.name()));
            model.addAttribute("mayConfirm", changes.mayConfirm(actor, change, concerned));
        } catch (Refused refused) {
            model.addAttribute("stale", refused);
            model.addAttribute("concernsReader", false);
            model.addAttribute("staleViolations", refused.violations());
            model.addAttribute("mayConfirm", changes.mayConfirm(actor, change, Set.of()));
        }
    }

    @PostMapping("/{number}/{act:propose|confirm|refuse|withdraw}")
    String decide(
            Actor actor,
            Model model,
            @PathVariable long number,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            ProgrammeChange decided =
                    switch (act) {
                        case "propose" -> changes.propose(actor, number, reason);
                        case "confirm" -> changes.confirm(actor, number);
                        case "refuse" -> changes.refuse(actor, number);
                        default -> changes.withdraw(actor, number);
                    };
            flash.addFlashAttribute(
                    "done", decided.isDraft() ? "WITHDRAWN" : decided.status().name());
            flash.addFlashAttribute("number", number);
            return HERE;
        } catch (Refused refused) {
            tell(refused, model, response);
            model.addAttribute("reason", reason);
            return one(actor, model, number);
        }
    }
}
