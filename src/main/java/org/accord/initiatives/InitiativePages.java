package org.accord.initiatives;

import java.util.List;
import org.accord.core.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board, and the initiatives behind it. */
@Controller
class InitiativePages {

    private final Initiatives initiatives;
    private final Products products;

    InitiativePages(Initiatives initiatives, Products products) {
        this.initiatives = initiatives;
        this.products = products;
    }

    @GetMapping("/board")
    String board(Actor actor, Model model) {
        model.addAttribute("board", initiatives.board(actor));
        model.addAttribute("mayPropose", initiatives.mayPropose(actor));
        return "initiatives/board";
    }

    @GetMapping("/initiatives")
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String pillar,
            @RequestParam(defaultValue = "") String stage) {
        model.addAttribute("pillar", pillar);
        model.addAttribute("stage", stage);
        model.addAttribute("pillars", initiatives.pillars());
        model.addAttribute("stages", List.of(Stage.values()));
        model.addAttribute("items", initiatives.list(actor, blankToNull(pillar), blankToNull(stage)));
        return "initiatives/list";
    }

    private static @Nullable String blankToNull(String value) {
        return value.isBlank() ? null : value;
    }

    @GetMapping("/initiatives/{code}")
    String one(Actor actor, Model model, @PathVariable String code) {
        InitiativeView view = initiatives.find(actor, code);
        model.addAttribute("view", view);
        model.addAttribute("papers", products.papers(view));
        model.addAttribute("actions", products.actions(actor, view));
        model.addAttribute("results", initiatives.resultsOf(view.initiative().pillar()));
        model.addAttribute("mayPropose", initiatives.mayPropose(actor));
        return "initiatives/initiative";
    }

    @PostMapping("/initiatives/{code}/workshops")
    String propose(Actor actor, @PathVariable String code) {
        return "redirect:/cases/" + initiatives.propose(actor, code);
    }
}
