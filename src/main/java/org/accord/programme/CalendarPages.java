package org.accord.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendars as pages. */
@Controller
class CalendarPages {

    private final CalendarBook book;
    private final Permissions permissions;
    private final Programme programme;

    CalendarPages(CalendarBook book, Permissions permissions, Programme programme) {
        this.book = book;
        this.permissions = permissions;
        this.programme = programme;
    }

    @GetMapping("/calendars")
    String calendars(
            Actor actor,
            Model model,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable Integer year) {
        return show(actor, model, code, year);
    }

    private String show(Actor actor, Model model, @Nullable String code, @Nullable Integer year) {
        List<CalendarView> all = book.all();
        CalendarView shown = code == null
                ? all.stream().filter(CalendarView::ofSecretariat).findFirst().orElse(all.get(0))
                : book.find(code);
        int chosen = CalendarApi.requireYear(year == null ? book.thisYear() : year);
        model.addAttribute("calendars", all);
        model.addAttribute("calendar", shown);
        model.addAttribute("days", shown.days(chosen));
        model.addAttribute("year", chosen);
        model.addAttribute("languages", programme.languages());
        model.addAttribute("mayChange", permissions.may(actor, Right.ADMINISTER, Scope.PROGRAMME));
        return "programme/calendars";
    }

    /** Adds a day; a refused one is shown again as it was written, with what is wrong. */
    @PostMapping("/calendars/{code}/days")
    String add(
            Actor actor,
            Model model,
            @PathVariable String code,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Map<String, String> name = new LinkedHashMap<>();
        programme.languages().forEach(language -> name.put(language, form.getOrDefault("name." + language, "")));
        String kind = form.getOrDefault("off", "");
        CalendarBook.Given given =
                new CalendarBook.Given(form.get("day"), name, kind.isEmpty() ? null : Boolean.valueOf(kind));
        try {
            book.add(actor, code, given);
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.NOT_PERMITTED || refused.kind() == Refused.Kind.NOT_FOUND) {
                throw refused;
            }
            response.setStatus(
                    (refused.violations().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
            return again(actor, model, code, form, refused);
        }
        flash.addFlashAttribute("changed", true);
        return "redirect:/calendars?code=" + code + "&year="
                + LocalDate.parse("" + given.day()).getYear();
    }

    private String again(Actor actor, Model model, String code, Map<String, String> form, Refused refused) {
        Map<String, Violation> faults = new LinkedHashMap<>();
        refused.violations().forEach(violation -> faults.putIfAbsent(violation.field(), violation));
        model.addAttribute("refused", refused);
        model.addAttribute("faults", faults);
        model.addAttribute("written", form);
        return show(actor, model, code, null);
    }

    @PostMapping("/calendars/{code}/days/{day}/remove")
    String remove(Actor actor, @PathVariable String code, @PathVariable String day, RedirectAttributes flash) {
        book.remove(actor, code, day);
        flash.addFlashAttribute("changed", true);
        return "redirect:/calendars?code=" + code + "&year=" + day.substring(0, 4);
    }
}
