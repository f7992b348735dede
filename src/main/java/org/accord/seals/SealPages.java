package org.accord.seals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.accord.audit.AuditLog;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Subject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One entry of the record, with what proves it; also the receipt of whoever acted. */
@Controller
class SealPages {

    private final AuditLog log;
    private final Seals seals;

    SealPages(AuditLog log, Seals seals) {
        this.log = log;
        this.seals = seals;
    }

    @GetMapping("/audit/entries/{index}")
    String entry(Actor actor, Model model, @PathVariable long index) {
        model.addAttribute("entry", log.entry(actor, index));
        model.addAttribute("leafHash", seals.leafHash(index).orElse(""));
        Proof proof = null;
        try {
            proof = seals.proofOf(index);
        } catch (Refused refused) {
            model.addAttribute("notProved", !refused.code().equals("entryNotSealed"));
        }
        model.addAttribute("proof", proof);
        model.addAttribute("witnesses", proof == null ? List.of() : seals.witnesses(proof));
        return "seals/entry";
    }

    /** The receipt of what the reader did last to a task or whatever else: the entry that tells of it. */
    @GetMapping("/audit/receipts/{type}/{id}")
    String receipt(Actor actor, @PathVariable String type, @PathVariable String id) {
        long entry = log.newestOf(actor, new Subject(type, id)).orElseThrow(() -> Refused.notFound("noSuchEntry", id));
        return "redirect:/audit/entries/" + entry;
    }

    @GetMapping("/audit/entries/{index}/proof")
    ResponseEntity<byte[]> proof(Actor actor, @PathVariable long index) {
        ContentDisposition name = ContentDisposition.attachment()
                .filename("entry-" + index + ".tlog-proof")
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(seals.proof(actor, index).file().getBytes(StandardCharsets.UTF_8));
    }
}
