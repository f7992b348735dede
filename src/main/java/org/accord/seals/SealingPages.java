package org.accord.seals;

import java.util.List;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For operators: whether the record is being sealed, and with which key. */
@Controller
@RequestMapping("/operations/sealing")
class SealingPages {

    private final Sealer sealer;
    private final SealStore store;
    private final Witnesses witnesses;
    private final KeyExchange exchange;
    private final Permissions permissions;

    SealingPages(Sealer sealer, SealStore store, Witnesses witnesses, KeyExchange exchange, Permissions permissions) {
        this.sealer = sealer;
        this.store = store;
        this.witnesses = witnesses;
        this.exchange = exchange;
        this.permissions = permissions;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        SealingStopped trouble = sealer.trouble().orElse(null);
        model.addAttribute("trouble", trouble == null ? null : trouble.code());
        model.addAttribute("troubleArgs", trouble == null ? List.of() : trouble.args());
        model.addAttribute("contradiction", witnesses.contradiction().orElse(null));
        model.addAttribute("newest", store.newest().orElse(null));
        model.addAttribute("waiting", store.waiting(store.progress()));
        model.addAttribute(
                "keys", sealer.knownKeys().stream().map(KnownKey::parse).toList());
        return "seals/sealing";
    }

    @PostMapping("/key")
    String exchangeKey(Actor actor, RedirectAttributes flash) {
        exchange.exchange(actor);
        flash.addFlashAttribute("exchanged", true);
        return "redirect:/operations/sealing";
    }
}
