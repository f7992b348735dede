package org.accord.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.accord.access.Grant;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Scope;
import org.accord.instance.InstanceProperties;
import org.accord.instance.Playback;
import org.accord.instance.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page needs. */
@ControllerAdvice(annotations = Controller.class)
class LayoutAdvice {

    private final InstanceProperties instance;
    private final Time time;
    private final Dates dates;
    private final Names names;
    private final Permissions permissions;
    private final Playback playback;

    LayoutAdvice(
            InstanceProperties instance,
            Time time,
            Dates dates,
            Names names,
            Permissions permissions,
            Playback playback) {
        this.permissions = permissions;
        this.playback = playback;
        this.instance = instance;
        this.time = time;
        this.dates = dates;
        this.names = names;
    }

    @ModelAttribute
    void describe(Model model, HttpServletRequest request, @Nullable Principal principal) {
        fill(model, request.getRequestURI(), principal == null ? null : principal.getName());
        model.addAttribute("here", here(request));
        model.addAttribute("rowAdded", request.getParameter("_add"));
        model.addAttribute("rowRemoved", request.getParameter("_remove"));
    }

    /** This page's own address without its language; a page that answers a form is found where the form was. */
    private static String here(HttpServletRequest request) {
        boolean reading = request.getMethod().equals("GET");
        String query = reading && request.getQueryString() != null ? "?" + request.getQueryString() : "?";
        String address =
                request.getRequestURI().replaceFirst("/submit$", "") + query.replaceAll("([?&])lang=[^&]*&?", "$1");
        return address.endsWith("?") || address.endsWith("&") ? address : address + "&";
    }

    void fill(Model model, String path, @Nullable String userName) {
        model.addAttribute("me", userName);
        List<Grant> grants = userName == null ? List.of() : permissions.grants(Actor.person(userName));
        model.addAttribute("auditor", may(grants, Right.READ_ALL));
        model.addAttribute("administrator", may(grants, Right.ADMINISTER));
        model.addAttribute(
                "recordsOfficer",
                grants.stream().anyMatch(grant -> grant.isForWork(Permissions.RECORDS_OFFICER, Scope.PROGRAMME, "")));
        model.addAttribute("operator", may(grants, Right.OPERATE));
        model.addAttribute("confirmsRights", may(grants, Right.APPROVE_ABSENCE));
        model.addAttribute("standingFor", standingFor(grants));
        model.addAttribute("replaying", playback.isRunning() ? playback : null);
        model.addAttribute("path", path);
        model.addAttribute("demo", instance.isDemo());
        model.addAttribute("simulated", time.isSimulated());
        model.addAttribute("now", time.instant());
        model.addAttribute("dates", dates);
        model.addAttribute("names", names);
    }

    private static boolean may(List<Grant> grants, Right right) {
        return grants.stream().anyMatch(grant -> grant.isUnlimited() && grant.allows(right, Scope.PROGRAMME));
    }

    /** Somebody for whom the reader acts today, and the last day on which they do. */
    record StandingFor(String post, LocalDate until) {}

    private static List<StandingFor> standingFor(List<Grant> grants) {
        Map<String, LocalDate> lastDays = new TreeMap<>();
        for (Grant grant : grants) {
            LocalDate until = grant.warrant().until();
            if (grant.onBehalfOf() != null && until != null) {
                lastDays.merge(grant.onBehalfOf(), until, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return lastDays.entrySet().stream()
                .map(entry -> new StandingFor(entry.getKey(), entry.getValue()))
                .toList();
    }
}
