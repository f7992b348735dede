package org.accord.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the records officer erases words of the record, and holds cases. */
@Controller
class ErasurePages {

    private static final String PAGE = "redirect:/records/erasures";

    private final Erasures erasures;
    private final Holds holds;

    ErasurePages(Erasures erasures, Holds holds) {
        this.erasures = erasures;
        this.holds = holds;
    }

    /** What was typed into either form. */
    record Typed(
            @Nullable String entry,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable String caseKey,
            @Nullable String why) {

        private static String given(@Nullable String value) {
            return Objects.requireNonNullElse(value, "").strip();
        }
    }

    @GetMapping("/records/erasures")
    String form(Actor actor, Model model) {
        return show(actor, model, new Typed(null, null, null, null, null), null);
    }

    private String show(Actor actor, Model model, Typed typed, @Nullable Refused refused) {
        model.addAttribute("due", erasures.due(actor));
        model.addAttribute("most", Erasures.AT_ONCE);
        model.addAttribute("holds", holds.all(actor));
        model.addAttribute("typed", typed);
        model.addAttribute("grounds", Erasures.Ground.values());
        model.addAttribute("problem", refused);
        model.addAttribute("violations", refused == null ? List.of() : refused.violations());
        return "audit/erasures";
    }

    private interface Act {
        void run();
    }

    /** What is refused is told on the page, with what was typed; but not to whom the page is not for. */
    private String tell(Actor actor, Model model, Typed typed, HttpServletResponse response, Act act) {
        try {
            act.run();
            return PAGE;
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.NOT_PERMITTED) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, model, typed, refused);
        }
    }

    @PostMapping("/records/erasures")
    String erase(
            Actor actor,
            Model model,
            @ModelAttribute Typed typed,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return tell(actor, model, typed, response, () -> {
            long entry = number(Typed.given(typed.entry()));
            erasures.erase(actor, entry, Erasures.Ground.of(Typed.given(typed.ground())), Typed.given(typed.reason()));
            flash.addFlashAttribute("erased", Long.toString(entry));
        });
    }

    @PostMapping("/records/erasures/due")
    String eraseDue(Actor actor, RedirectAttributes flash) {
        flash.addFlashAttribute("erasedDue", erasures.eraseDue(actor));
        return PAGE;
    }

    @PostMapping("/records/holds")
    String hold(Actor actor, Model model, @ModelAttribute Typed typed, HttpServletResponse response) {
        return tell(
                actor,
                model,
                typed,
                response,
                () -> holds.hold(actor, Typed.given(typed.caseKey()), Typed.given(typed.why())));
    }

    @PostMapping("/records/holds/lift")
    String lift(Actor actor, Model model, @ModelAttribute Typed typed, HttpServletResponse response) {
        return tell(
                actor,
                model,
                typed,
                response,
                () -> holds.lift(actor, Typed.given(typed.caseKey()), Typed.given(typed.why())));
    }

    private static long number(String entry) {
        try {
            return Long.parseLong(entry);
        } catch (NumberFormatException e) {
            throw Refused.invalid(Violation.of("entry", "notANumber", entry));
        }
    }
}
