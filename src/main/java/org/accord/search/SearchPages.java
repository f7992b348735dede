package org.accord.search;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One place to look for everything. */
@Controller
class SearchPages {

    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    String search(Actor actor, Model model, @RequestParam(defaultValue = "") String q, HttpServletResponse response) {
        model.addAttribute("q", q);
        model.addAttribute("violations", List.of());
        model.addAttribute("most", Search.MOST);
        if (q.isBlank()) {
            return "search/results";
        }
        try {
            Map<String, List<Hit>> found = search.find(actor, q);
            model.addAttribute("found", found);
            model.addAttribute("nothing", found.values().stream().allMatch(List::isEmpty));
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("violations", refused.violations());
        }
        return "search/results";
    }
}
