package org.accord.identity;

import java.util.UUID;
import org.accord.access.Permissions;
import org.accord.core.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AccountPages {

    private final ApiTokens tokens;
    private final Permissions permissions;

    AccountPages(ApiTokens tokens, Permissions permissions) {
        this.tokens = tokens;
        this.permissions = permissions;
    }

    @GetMapping("/account")
    String account(Actor actor, Model model) {
        model.addAttribute("grants", permissions.grants(actor));
        model.addAttribute("tokens", tokens.valid(actor));
        model.addAttribute("longestDays", ApiTokens.LONGEST_DAYS);
        return "identity/account";
    }

    @PostMapping("/account/tokens")
    String issue(Actor actor, @RequestParam String label, @RequestParam int days, RedirectAttributes flash) {
        flash.addFlashAttribute("issued", tokens.issue(actor, label, days).secret());
        return "redirect:/account";
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revoke(Actor actor, @PathVariable UUID id) {
        tokens.revoke(actor, id);
        return "redirect:/account";
    }
}
