package org.accord.documents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.forms.Forms;
import org.accord.programme.Programme;
import org.accord.tasks.Inbox;
import org.accord.tasks.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Documents as pages: all, those of a case, and one with its editions. */
@Controller
class DocumentPages {

    private final Documents documents;
    private final DocumentRights rights;
    private final DocumentCustody custody;
    private final TaskDocuments taskDocuments;
    private final Cases cases;
    private final Inbox inbox;
    private final Forms forms;
    private final Programme programme;
    private final FileResponses responses;
    private final DocumentComparison comparison;

    DocumentPages(
            Documents documents,
            DocumentRights rights,
            DocumentCustody custody,
            TaskDocuments taskDocuments,
            Cases cases,
            Inbox inbox,
            Forms forms,
            Programme programme,
            FileResponses responses,
            DocumentComparison comparison) {
        this.comparison = comparison;
        this.responses = responses;
        this.documents = documents;
        this.rights = rights;
        this.custody = custody;
        this.taskDocuments = taskDocuments;
        this.cases = cases;
        this.inbox = inbox;
        this.forms = forms;
        this.programme = programme;
    }

    /** What was typed beside a file. */
    record Typed(String title, String content, String language, String kind, String reason) {

        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    @GetMapping("/documents")
    String all(Actor actor, Model model, @RequestParam(defaultValue = "") String q) {
        model.addAttribute("q", q);
        model.addAttribute("documents", documents.search(actor, q));
        model.addAttribute("languages", programme.languages());
        return "documents/all";
    }

    @GetMapping("/cases/{key}/documents")
    String ofCase(Actor actor, Model model, @PathVariable String key) {
        return showCase(actor, model, key, Typed.NOTHING, List.of());
    }

    private String showCase(Actor actor, Model model, String key, Typed typed, List<Violation> faults) {
        model.addAttribute("file", cases.find(actor, key));
        model.addAttribute("documents", documents.ofCase(actor, key));
        model.addAttribute("mayAdd", rights.works(actor));
        addTyped(model, typed, faults);
        return "documents/case";
    }

    private void addTyped(Model model, Typed typed, List<Violation> faults) {
        model.addAttribute("typed", typed);
        model.addAttribute("violations", faults);
        model.addAttribute(
                "faults",
                faults.stream()
                        .collect(Collectors.toMap(Violation::field, Function.identity(), (first, again) -> first)));
        model.addAttribute("languages", programme.languages());
        model.addAttribute("contents", Content.words());
    }

    @PostMapping("/cases/{key}/documents")
    String add(
            Actor actor,
            Model model,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response) {
        try {
            Document added = Upload.of(
                    file,
                    language,
                    upload -> documents.add(actor, key, new Documents.Heading(title, content, null), upload));
            return "redirect:/documents/" + added.id();
        } catch (Refused refused) {
            List<Violation> faults = faults(refused);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return showCase(actor, model, key, new Typed(title, content, language, "", ""), faults);
        }
    }

    /** The faults of what was handed in; a refusal of another kind goes on to its own page. */
    private static List<Violation> faults(Refused refused) {
        if (refused.kind() != Refused.Kind.INVALID || refused.violations().isEmpty()) {
            throw refused;
        }
        return refused.violations();
    }

    @PostMapping("/tasks/{id}/documents")
    String addToTask(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = "_title", defaultValue = "") String title,
            @RequestParam(name = "_content", defaultValue = "") String content,
            @RequestParam(name = "_language", defaultValue = "") String language,
            @RequestParam(name = "_file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            RedirectAttributes flash) {
        TaskView task = inbox.find(actor, id);
        Map<String, Object> written = forms.read(task.form(), request.getParameterMap());
        try {
            Document added = Upload.of(
                    file,
                    language,
                    upload ->
                            taskDocuments.add(actor, id, written, new Documents.Heading(title, content, null), upload));
            flash.addFlashAttribute("attached", added.title());
        } catch (Refused refused) {
            flash.addFlashAttribute("notAttached", faults(refused));
            flash.addFlashAttribute("attaching", new Typed(title, content, language, "", ""));
        }
        return "redirect:/tasks/{id}#attachments";
    }

    @GetMapping("/documents/{id}")
    String one(Actor actor, Model model, @PathVariable UUID id) {
        return show(actor, model, id, Typed.NOTHING, List.of());
    }

    @GetMapping("/documents/{id}/{edition}/{language}")
    ResponseEntity<Resource> file(
            Actor actor,
            Locale locale,
            @PathVariable UUID id,
            @PathVariable int edition,
            @PathVariable String language) {
        return responses.of(documents.open(actor, id, edition, language), locale);
    }

    @GetMapping("/documents/{id}/compare")
    String compare(Actor actor, Model model, @PathVariable UUID id, @RequestParam int from, @RequestParam int to) {
        model.addAttribute("document", documents.find(actor, id));
        model.addAttribute("comparisons", comparison.compare(actor, id, from, to));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        return "documents/compare";
    }

    /** The editions that can be compared with the text before them, with its number. */
    private static Map<Integer, Integer> comparable(Document document) {
        Map<Integer, Integer> comparable = new LinkedHashMap<>();
        int before = 1;
        for (Document.Edition edition : document.editions()) {
            if (edition.kind() == Document.Kind.REVISION) {
                if (!DocumentComparison.languages(document, before, edition.number())
                        .isEmpty()) {
                    comparable.put(edition.number(), before);
                }
                before = edition.number();
            }
        }
        return comparable;
    }

    private String show(Actor actor, Model model, UUID id, Typed typed, List<Violation> faults) {
        Document document = documents.find(actor, id);
        model.addAttribute("document", document);
        model.addAttribute("file", cases.find(actor, document.caseKey()));
        boolean there = document.destroyedAt() == null;
        model.addAttribute("mayRead", rights.reads(actor, document));
        model.addAttribute("comparable", there ? comparable(document) : Map.of());
        model.addAttribute("mayEdit", there && rights.edits(actor, document));
        model.addAttribute("mayCertify", there && rights.revises(actor, document));
        model.addAttribute("keepsRecords", rights.keepsRecords(actor, document));
        model.addAttribute("mayClassify", rights.classifies(actor, document));
        model.addAttribute(
                "destroyedFrom", custody.destroyedFrom(actor, document).orElse(null));
        addTyped(model, typed, faults);
        return "documents/document";
    }

    @PostMapping("/documents/{id}/editions")
    String addEdition(
            Actor actor,
            Model model,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response) {
        return acting(
                actor,
                model,
                id,
                new Typed("", "", language, kind, reason),
                response,
                () -> Upload.of(file, language, upload -> documents.addEdition(actor, id, kind(kind), reason, upload)));
    }

    static Document.Kind kind(String kind) {
        for (Document.Kind one : Document.Kind.values()) {
            if (one.name().equalsIgnoreCase(kind)) {
                return one;
            }
        }
        throw Refused.invalid(Violation.of("kind", "required"));
    }

    @PostMapping("/documents/{id}/{edition}/languages")
    String addLanguage(
            Actor actor,
            Model model,
            @PathVariable UUID id,
            @PathVariable int edition,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response) {
        return acting(
                actor,
                model,
                id,
                new Typed("", "", language, "", ""),
                response,
                () -> Upload.of(file, language, upload -> documents.addLanguage(actor, id, edition, upload)));
    }

    @PostMapping("/documents/{id}/{edition}/parity")
    String certify(
            Actor actor, Model model, @PathVariable UUID id, @PathVariable int edition, HttpServletResponse response) {
        return acting(actor, model, id, Typed.NOTHING, response, () -> {
            custody.certify(actor, id, edition);
        });
    }

    @PostMapping("/documents/{id}/custody")
    String custody(
            Actor actor,
            Model model,
            @PathVariable UUID id,
            @RequestParam(name = "_do", defaultValue = "") String act,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return acting(actor, model, id, new Typed("", content, "", "", reason), response, () -> {
            switch (act) {
                case "classify" -> custody.reclassify(actor, id, content, reason);
                case "hold" -> custody.hold(actor, id, reason);
                case "release" -> custody.release(actor, id, reason);
                case "destroy" -> custody.destroy(actor, id);
                default -> throw Refused.invalid(Violation.of("_do", "required"));
            }
        });
    }

    private String acting(Actor actor, Model model, UUID id, Typed typed, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return "redirect:/documents/" + id;
        } catch (Refused refused) {
            List<Violation> faults = faults(refused);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, model, id, typed, faults);
        }
    }
}
