package org.accord.notifications;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.notifications.PreferenceStore.Chosen;
import org.accord.notifications.Wishes.Kind;
import org.accord.notifications.Wishes.Timing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people choose what they are told by mail, when, and at which address. */
@Controller
@RequestMapping("/account/mail")
class MailPreferencePages {

    private static final String PAGE = "redirect:/account/mail";

    private final Preferences preferences;
    private final NotificationsProperties properties;

    MailPreferencePages(Preferences preferences, NotificationsProperties properties) {
        this.preferences = preferences;
        this.properties = properties;
    }

    /** What was typed into the forms of the page. */
    record Typed(
            @Nullable String address,
            @Nullable String code,
            @Nullable String tasks,
            @Nullable String deadlines,
            @Nullable String notices,
            @Nullable String mentions,
            @Nullable String daily,
            @Nullable String quietFrom,
            @Nullable String quietUntil,
            @Nullable String zone) {

        static Typed of(Chosen chosen) {
            Wishes wishes = chosen.wishes();
            Wishes.Quiet quiet = wishes.quiet();
            return new Typed(
                    chosen.address(),
                    null,
                    word(wishes, Kind.TASK),
                    word(wishes, Kind.DEADLINE),
                    word(wishes, Kind.NOTICE),
                    word(wishes, Kind.MENTION),
                    wishes.daily().toString(),
                    quiet == null ? null : quiet.from().toString(),
                    quiet == null ? null : quiet.until().toString(),
                    wishes.zone().getId());
        }

        private static String word(Wishes wishes, Kind kind) {
            return wishes.timing(kind).name();
        }

        Wishes wishes() {
            List<Violation> faults = new ArrayList<>();
            Map<Kind, Timing> timings = new EnumMap<>(Kind.class);
            timings.put(Kind.TASK, timing("tasks", tasks));
            timings.put(Kind.DEADLINE, timing("deadlines", deadlines));
            timings.put(Kind.NOTICE, timing("notices", notices));
            timings.put(Kind.MENTION, timing("mentions", mentions));
            LocalTime morning = time("daily", daily, faults);
            ZoneId there = zone(faults);
            Wishes.Quiet quiet = quiet(faults);
            if (!faults.isEmpty() || morning == null || there == null) {
                throw Refused.invalid("invalid", faults);
            }
            return new Wishes(timings, there, morning, quiet);
        }

        private static Timing timing(String field, @Nullable String word) {
            return Preferences.timing(field, given(word));
        }

        private Wishes.@Nullable Quiet quiet(List<Violation> faults) {
            if (given(quietFrom).isEmpty() && given(quietUntil).isEmpty()) {
                return null;
            }
            LocalTime from = time("quietFrom", quietFrom, faults);
            LocalTime until = time("quietUntil", quietUntil, faults);
            if (from != null && from.equals(until)) {
                faults.add(Violation.of("quietUntil", "quietWithoutEnd", given(quietUntil)));
            }
            return from == null || until == null ? null : new Wishes.Quiet(from, until);
        }

        private static @Nullable LocalTime time(String field, @Nullable String typed, List<Violation> faults) {
            try {
                return LocalTime.parse(given(typed));
            } catch (DateTimeException e) {
                faults.add(
                        given(typed).isEmpty()
                                ? Violation.of(field, "required")
                                : Violation.of(field, "notATime", given(typed)));
                return null;
            }
        }

        private @Nullable ZoneId zone(List<Violation> faults) {
            String typed = given(zone);
            if (ZoneId.getAvailableZoneIds().contains(typed)) {
                return ZoneId.of(typed);
            }
            faults.add(typed.isEmpty() ? Violation.of("zone", "required") : Violation.of("zone", "notAZone", typed));
            return null;
        }

        private static String given(@Nullable String value) {
            return Objects.requireNonNullElse(value, "").strip();
        }
    }

    @GetMapping
    String form(Actor actor, Model model) {
        return show(actor, model, Typed.of(preferences.of(actor.name())), null);
    }

    private String show(Actor actor, Model model, Typed typed, @Nullable Refused refused) {
        model.addAttribute("chosen", preferences.of(actor.name()));
        model.addAttribute("typed", typed);
        model.addAttribute("timings", Timing.values());
        model.addAttribute("on", properties.isOn());
        model.addAttribute(
                "zones",
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone ->
                                zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
                        .sorted()
                        .toList());
        model.addAttribute("problem", refused);
        model.addAttribute("violations", refused == null ? List.of() : refused.violations());
        return "notifications/preferences";
    }

    private interface Act {
        void run();
    }

    /** What is refused is told on the page, with what was typed. */
    private String tell(Actor actor, Model model, Typed typed, HttpServletResponse response, Act act) {
        try {
            act.run();
            return PAGE;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            Typed before = Typed.of(preferences.of(actor.name()));
            Typed shown = typed.tasks() != null
                    ? typed
                    : new Typed(
                            typed.address() == null ? before.address() : typed.address(),
                            typed.code(),
                            before.tasks(),
                            before.deadlines(),
                            before.notices(),
                            before.mentions(),
                            before.daily(),
                            before.quietFrom(),
                            before.quietUntil(),
                            before.zone());
            return show(actor, model, shown, refused);
        }
    }

    @PostMapping
    String keep(
            Actor actor,
            Model model,
            @ModelAttribute Typed typed,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return tell(actor, model, typed, response, () -> {
            preferences.keep(actor, typed.wishes());
            flash.addFlashAttribute("kept", true);
        });
    }

    @PostMapping("/address")
    String ask(Actor actor, Model model, Locale locale, @ModelAttribute Typed typed, HttpServletResponse response) {
        return tell(actor, model, typed, response, () -> preferences.ask(actor, Typed.given(typed.address()), locale));
    }

    @PostMapping("/confirm")
    String confirm(
            Actor actor,
            Model model,
            @ModelAttribute Typed typed,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return tell(actor, model, typed, response, () -> {
            preferences.confirm(actor, Typed.given(typed.code()));
            flash.addFlashAttribute("confirmed", true);
        });
    }

    @PostMapping("/remove")
    String remove(Actor actor) {
        preferences.remove(actor);
        return PAGE;
    }
}
