package org.accord.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
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
        model.addAttribute("auditor", userName != null && may(userName, Right.READ_ALL));
        model.addAttribute("administrator", userName != null && may(userName, Right.ADMINISTER));
        model.addAttribute("operator", userName != null && may(userName, Right.OPERATE));
        model.addAttribute("replaying", playback.isRunning() ? playback : null);
        model.addAttribute("path", path);
        model.addAttribute("demo", instance.isDemo());
        model.addAttribute("simulated", time.isSimulated());
        model.addAttribute("now", time.instant());
        model.addAttribute("dates", dates);
        model.addAttribute("names", names);
    }

    private boolean may(String userName, Right right) {
        return permissions.may(Actor.person(userName), right, Scope.PROGRAMME);
    }
}
