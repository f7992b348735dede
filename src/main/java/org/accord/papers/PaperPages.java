package org.accord.papers;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Papers of a case: which there are, and each as a page and as PDF from one template. */
@Controller
@RequestMapping("/cases/{key}/papers")
class PaperPages {

    private final Papers papers;
    private final PdfWriter pdf;
    private final Cases cases;

    PaperPages(Papers papers, PdfWriter pdf, Cases cases) {
        this.papers = papers;
        this.pdf = pdf;
        this.cases = cases;
    }

    @GetMapping
    String list(Actor actor, Model model, @PathVariable String key) {
        model.addAttribute("file", cases.find(actor, key));
        model.addAttribute("kinds", papers.available(actor, key));
        return "papers/list";
    }

    @GetMapping("/{kind}/{language}")
    ResponseEntity<String> page(
            Actor actor,
            Model model,
            HttpServletRequest request,
            @PathVariable String key,
            @PathVariable String kind,
            @PathVariable String language) {
        String page = papers.write(actor, key, kind(kind), language, surroundings(model, request));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(page);
    }

    @GetMapping("/{kind}/{language}.pdf")
    ResponseEntity<byte[]> pdf(
            Actor actor,
            Model model,
            HttpServletRequest request,
            @PathVariable String key,
            @PathVariable String kind,
            @PathVariable String language) {
        byte[] paper = pdf.write(papers.write(actor, key, kind(kind), language, surroundings(model, request)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(key + "-" + kind + "-" + language + ".pdf")
                                .build()
                                .toString())
                .body(paper);
    }

    private static PaperKind kind(String word) {
        return PaperKind.of(word).orElseThrow(() -> Refused.notFound("noSuchPaper", word, ""));
    }

    /** What every page of Accord knows, and where this Accord is. */
    private static Map<String, Object> surroundings(Model model, HttpServletRequest request) {
        Map<String, Object> surroundings = new HashMap<>(model.asMap());
        surroundings.put("base", request.getContextPath());
        return surroundings;
    }
}
