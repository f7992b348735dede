package org.accord.operations;

import java.util.ArrayList;
import java.util.List;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.process.Behind;
import org.accord.process.Moving;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cases on older versions of their process: which would fit the newest, one moved to see how it goes, then the rest. */
@Controller
@RequestMapping("/operations/versions")
class VersionPages {

    private static final int SHOWN = 200;

    private final Moving moving;
    private final Permissions permissions;

    VersionPages(Moving moving, Permissions permissions) {
        this.moving = moving;
        this.permissions = permissions;
    }

    /**
     * What came of one.
     *
     * @param code why it did not move; empty if it did
     */
    record Result(String caseKey, String code) {}

    @GetMapping
    String all(Actor actor, Model model) {
        permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        model.addAttribute("behind", moving.behind());
        return "operations/versions";
    }

    @GetMapping("/{process}/{version}")
    String one(Actor actor, Model model, @PathVariable String process, @PathVariable int version) {
        Behind behind = find(actor, process, version);
        List<Moving.Fit> fits = moving.tryOut(behind, SHOWN);
        model.addAttribute("behind", behind);
        model.addAttribute("fits", fits);
        model.addAttribute("fitting", fits.stream().filter(Moving.Fit::fits).count());
        return "operations/version";
    }

    private Behind find(Actor actor, String process, int version) {
        permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        return moving.behind().stream()
                .filter(one -> one.process().equals(process) && one.version() == version)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("nothingBehind", process, version));
    }

    /** Moves the chosen ones, each for itself; of those that were not chosen none. */
    @PostMapping("/{process}/{version}")
    String move(
            Actor actor,
            @PathVariable String process,
            @PathVariable int version,
            @RequestParam(name = "instance", defaultValue = "") List<String> chosen,
            RedirectAttributes flash) {
        Behind behind = find(actor, process, version);
        List<Result> results = new ArrayList<>();
        for (Moving.Fit fit : moving.tryOut(behind, SHOWN)) {
            if (chosen.contains(fit.instanceId())) {
                results.add(move(actor, behind, fit));
            }
        }
        flash.addFlashAttribute("results", results);
        return "redirect:/operations/versions";
    }

    private Result move(Actor actor, Behind behind, Moving.Fit fit) {
        try {
            moving.move(actor, behind, fit.instanceId());
            return new Result(fit.caseKey(), "");
        } catch (Refused refused) {
            return new Result(fit.caseKey(), refused.code());
        }
    }
}
