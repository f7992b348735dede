package org.accord.review;

import org.accord.core.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ReviewPages {

    private final AccessReview review;

    ReviewPages(AccessReview review) {
        this.review = review;
    }

    @GetMapping("/audit/access")
    String access(Actor actor, Model model) {
        model.addAttribute("findings", review.findings(actor));
        return "review/access";
    }
}
