package org.accord.comments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Uuid7;
import org.accord.core.Violation;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The discussion of a case. Looking at it counts as having read it; that is all that looking does. */
@Controller
@RequestMapping("/cases/{key}/discussion")
class DiscussionPages {

    private static final String PAGE = "redirect:/cases/{key}/discussion";

    private final Discussions discussions;
    private final Cases cases;
    private final Programme programme;
    private final Clock clock;

    DiscussionPages(Discussions discussions, Cases cases, Programme programme, Clock clock) {
        this.discussions = discussions;
        this.cases = cases;
        this.programme = programme;
        this.clock = clock;
    }

    /** What was typed into the form; {@code id} names the comment that it becomes, so that sending it twice makes one. */
    record Typed(
            @Nullable String id,
            @Nullable String text,
            @Nullable String audience,
            @Nullable String task) {

        Discussions.Draft draft() {
            return new Discussions.Draft(
                    number(), given(text), given(audience), given(task).isEmpty() ? null : given(task));
        }

        /** The same as another comment. */
        Typed anew(UUID other) {
            return new Typed(other.toString(), text, audience, task);
        }

        private UUID number() {
            try {
                return UUID.fromString(given(id));
            } catch (IllegalArgumentException e) {
                throw Refused.invalid(Violation.of("id", "notAnOption", given(id)));
            }
        }

        private static String given(@Nullable String value) {
            return Objects.requireNonNullElse(value, "");
        }
    }

    @GetMapping
    String discussion(
            Actor actor,
            Model model,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable String task) {
        Typed empty = new Typed(Uuid7.at(clock.instant()).toString(), "", "all", task);
        return show(actor, model, key, before, empty, null);
    }

    private String show(
            Actor actor, Model model, String key, @Nullable Long before, Typed typed, @Nullable Refused refused) {
        Instant seen = cases.look(actor, key, Discussions.PART).orElse(null);
        model.addAttribute("file", cases.find(actor, key));
        model.addAttribute("comments", discussions.of(actor, key, before, seen));
        model.addAttribute("seen", seen);
        model.addAttribute("mayWrite", discussions.mayWrite(actor, key));
        model.addAttribute("audiences", discussions.audiences(actor, key));
        model.addAttribute("task", discussions.task(actor, key, typed.task()).orElse(null));
        model.addAttribute("posts", programme.posts());
        model.addAttribute("typed", typed);
        model.addAttribute("longest", Discussions.LONGEST);
        model.addAttribute("problem", refused);
        model.addAttribute("violations", refused == null ? List.of() : refused.violations());
        return "comments/discussion";
    }

    /** What is refused is told on the page, with what was typed. */
    @PostMapping
    String write(
            Actor actor,
            Model model,
            @PathVariable String key,
            @ModelAttribute Typed typed,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            discussions.write(actor, key, typed.draft());
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.CONFLICT) {
                response.setStatus(HttpStatus.CONFLICT.value());
                return show(actor, model, key, null, typed.anew(Uuid7.at(clock.instant())), refused);
            }
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, model, key, null, typed, refused);
        }
        flash.addFlashAttribute("said", true);
        return PAGE;
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(Actor actor, @PathVariable String key, @PathVariable UUID id, RedirectAttributes flash) {
        discussions.withdraw(actor, key, id);
        flash.addFlashAttribute("withdrawn", true);
        return PAGE;
    }
}
