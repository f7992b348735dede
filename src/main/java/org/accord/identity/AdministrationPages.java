package org.accord.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administration: the posts and their accounts. */
@Controller
@RequestMapping("/admin")
class AdministrationPages {

    private static final String ACCOUNT = "redirect:/admin/accounts/{name}";

    private final AccountLife accounts;

    AdministrationPages(AccountLife accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    String all(Actor actor, Model model) {
        model.addAttribute("accounts", accounts.all(actor));
        return "identity/accounts";
    }

    @GetMapping("/accounts/{name}")
    String one(Actor actor, Model model, @PathVariable String name) {
        return show(actor, model, name, "", null);
    }

    private String show(Actor actor, Model model, String name, String reason, @Nullable Refused refused) {
        model.addAttribute("standing", accounts.find(actor, name));
        model.addAttribute("reason", reason);
        model.addAttribute("longest", AccountLife.LONGEST_REASON);
        model.addAttribute("problem", refused);
        model.addAttribute("violations", refused == null ? List.of() : refused.violations());
        return "identity/administered";
    }

    private interface Act {
        void run();
    }

    /** What is refused is told on the page, with what was typed; but not to whom the page is not for. */
    private String tell(Actor actor, Model model, String name, String reason, HttpServletResponse response, Act act) {
        try {
            act.run();
            return ACCOUNT;
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.NOT_PERMITTED || refused.kind() == Refused.Kind.NOT_FOUND) {
                throw refused;
            }
            response.setStatus(
                    (refused.violations().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
            return show(actor, model, name, reason, refused);
        }
    }

    @PostMapping("/accounts/{name}/invite")
    String invite(
            Actor actor,
            Model model,
            @PathVariable String name,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return tell(
                actor,
                model,
                name,
                "",
                response,
                () -> flash.addFlashAttribute("address", accounts.invite(actor, name)));
    }

    @PostMapping("/accounts/{name}/lock")
    String lock(
            Actor actor,
            Model model,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return tell(actor, model, name, reason, response, () -> {
            accounts.lock(actor, name, reason);
            flash.addFlashAttribute("done", "locked");
        });
    }

    @PostMapping("/accounts/{name}/unlock")
    String unlock(
            Actor actor,
            Model model,
            @PathVariable String name,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return tell(actor, model, name, "", response, () -> {
            accounts.unlock(actor, name);
            flash.addFlashAttribute("done", "unlocked");
        });
    }

    @PostMapping("/accounts/{name}/end-sessions")
    String endSessions(
            Actor actor,
            Model model,
            @PathVariable String name,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return tell(actor, model, name, "", response, () -> {
            accounts.endSessions(actor, name);
            flash.addFlashAttribute("done", "sessionsEnded");
        });
    }
}
