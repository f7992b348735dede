package org.accord.cases;

import java.util.List;
import java.util.Locale;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Two versions of what was handed in at one step of a case, answer by answer. */
@Controller
class SubmissionPages {

    private final Cases cases;
    private final CasePapers papers;

    SubmissionPages(Cases cases, CasePapers papers) {
        this.cases = cases;
        this.papers = papers;
    }

    @GetMapping("/cases/{key}/submissions/compare")
    String compare(
            Actor actor,
            Model model,
            Locale locale,
            @PathVariable String key,
            @RequestParam long from,
            @RequestParam long to) {
        CaseFile file = cases.find(actor, key);
        List<CasePaper> all = papers.of(actor, file.key(), locale);
        CasePaper before = numbered(all, from);
        CasePaper after = numbered(all, to);
        if (!after.isVersionOf(before)) {
            throw Refused.invalid(Violation.of("from", "anotherPaper", from, to));
        }
        model.addAttribute("file", file);
        model.addAttribute("versions", all.stream().filter(after::isVersionOf).toList());
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("changes", after.form().changesFrom(before.form()));
        return "cases/submissions";
    }

    private static CasePaper numbered(List<CasePaper> papers, long number) {
        return papers.stream()
                .filter(paper -> paper.submitted().number() == number)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("noSuchSubmission", Long.toString(number)));
    }
}
