package org.accord.verification;

import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class VerificationPages {

    private final Verification verification;
    private final Permissions permissions;

    VerificationPages(Verification verification, Permissions permissions) {
        this.verification = verification;
        this.permissions = permissions;
    }

    @GetMapping("/audit/verification")
    String latest(Actor actor, Model model) {
        permissions.require(actor, Right.READ_ALL, Scope.PROGRAMME);
        model.addAttribute("run", verification.latest().orElse(null));
        return "verification/latest";
    }

    @PostMapping("/audit/verification")
    String verify(Actor actor) {
        verification.verify(actor);
        return "redirect:/audit/verification";
    }
}
