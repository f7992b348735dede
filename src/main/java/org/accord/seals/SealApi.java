package org.accord.seals;

import java.util.List;
import org.accord.core.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
class SealApi {

    private final Seals seals;

    SealApi(Seals seals) {
        this.seals = seals;
    }

    @GetMapping("/entries/{index}/proof")
    Proof proof(Actor actor, @PathVariable long index) {
        return seals.proof(actor, index);
    }

    record Consistency(long from, long to, List<String> path) {}

    @GetMapping("/consistency")
    Consistency consistency(Actor actor, @RequestParam long from, @RequestParam long to) {
        return new Consistency(from, to, seals.consistency(from, to));
    }
}
