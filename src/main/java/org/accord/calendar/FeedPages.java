package org.accord.calendar;

import java.nio.charset.StandardCharsets;
import org.accord.core.Actor;
import org.accord.core.Digest;
import org.accord.core.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people make and revoke the secret address of their calendar, and where programs read it. */
@Controller
class FeedPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final String PAGE = "redirect:/account/calendar";

    private final Feeds feeds;

    FeedPages(Feeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/account/calendar")
    String feed(Actor actor, Model model) {
        model.addAttribute("feed", feeds.of(actor).orElse(null));
        return "calendar/feed";
    }

    @PostMapping("/account/calendar")
    String open(Actor actor, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("address", feeds.open(actor));
        } catch (Refused refused) {
            flash.addFlashAttribute("problem", refused);
        }
        return PAGE;
    }

    @PostMapping("/account/calendar/revoke")
    String revoke(Actor actor, RedirectAttributes flash) {
        feeds.revoke(actor);
        flash.addFlashAttribute("revoked", true);
        return PAGE;
    }

    /** Programs ask often; as long as nothing changed they are told just that. */
    @GetMapping("/calendar/feed/{secret}.ics")
    ResponseEntity<byte[]> read(@PathVariable String secret) {
        byte[] calendar = feeds.read(secret).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + Digest.of(calendar).hex() + "\"")
                .body(calendar);
    }
}
