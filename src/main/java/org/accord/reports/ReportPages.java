package org.accord.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** How the work goes: first what stands out, then each report, and the slow steps of a process on its diagram. */
@Controller
@RequestMapping("/reports")
class ReportPages {

    private static final int SHOWN = 25;

    private final Reports reports;
    private final Programme programme;
    private final Months months;

    ReportPages(Reports reports, Programme programme, Months months) {
        this.reports = reports;
        this.programme = programme;
        this.months = months;
    }

    /**
     * What stands out in a report: its first row.
     *
     * @param report absent where what was asked is refused
     */
    record Finding(Kind kind, @Nullable Report report) {

        public Report.@Nullable Row first() {
            return report == null || report.isEmpty() ? null : report.rows().get(0);
        }
    }

    @GetMapping
    String overview(
            Actor actor, Model model, Locale locale, HttpServletResponse response, @ModelAttribute Asked asked) {
        describe(actor, model, locale, asked);
        Question question = question(asked, model, response);
        List<Finding> findings = new ArrayList<>();
        for (Kind kind : reports.kinds(actor)) {
            findings.add(new Finding(kind, question == null ? null : reports.report(actor, kind, question)));
        }
        model.addAttribute("findings", findings);
        model.addAttribute("months", months.past());
        return "reports/overview";
    }

    @GetMapping("/{kind:[a-z-]+}")
    String one(
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response,
            @PathVariable String kind,
            @ModelAttribute Asked asked) {
        describe(actor, model, locale, asked);
        Kind shown = reports.kind(actor, kind);
        Question question = question(asked, model, response);
        model.addAttribute("kind", shown);
        model.addAttribute("shown", SHOWN);
        Report report = question == null ? null : reports.report(actor, shown, question);
        model.addAttribute("report", report == null ? null : report.first(SHOWN));
        model.addAttribute("more", report != null && report.rows().size() > SHOWN);
        return "reports/report";
    }

    @GetMapping("/processes/{key:[A-Za-z0-9_-]+}")
    String process(
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response,
            @PathVariable String key,
            @ModelAttribute Asked asked) {
        describe(actor, model, locale, asked);
        Question question = question(asked, model, response);
        model.addAttribute("key", key);
        model.addAttribute("slow", reports.bottleneck(actor, key, question == null ? Question.ALL : question));
        return "reports/process";
    }

    @GetMapping(path = "/processes/{key:[A-Za-z0-9_-]+}.svg", produces = "image/svg+xml;charset=UTF-8")
    @ResponseBody
    String heatMap(Actor actor, Locale locale, @PathVariable String key, @ModelAttribute Asked asked) {
        return reports.heatMap(actor, key, asked.question(programme), locale);
    }

    private void describe(Actor actor, Model model, Locale locale, Asked asked) {
        model.addAttribute("asked", asked);
        model.addAttribute("kinds", reports.kinds(actor));
        model.addAttribute("states", programme.states());
        model.addAttribute("pillars", programme.pillars());
        model.addAttribute("figures", new Figures(locale));
        model.addAttribute("enough", Report.ENOUGH);
        model.addAttribute("violations", List.of());
    }

    /** What was asked; absent, with the reasons in the model, if it cannot be answered. */
    private @Nullable Question question(Asked asked, Model model, HttpServletResponse response) {
        try {
            return asked.question(programme);
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("violations", refused.violations());
            return null;
        }
    }
}
