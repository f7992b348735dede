package org.accord.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** Checks models, decisions and their side files against each other and against what the programme knows. */
final class ModelLint {

    /** The steps that Accord has in every programme. */
    static final Set<String> BUILT_IN_STEPS = Set.of(
            "decide",
            "notice",
            "changeParticipation",
            "statePosition",
            "tallyPositions",
            "clearPositions",
            "releaseText",
            "adoptText");

    /**
     * A rule broken.
     *
     * @param file as its name was given
     * @param element id of the element; empty when the whole file is meant
     * @param rule its code, in lower camel case
     * @param value what breaks it
     */
    record Fault(String file, String element, String rule, String value) {}

    /**
     * What models may name.
     *
     * @param roles codes of roles
     * @param forms the keys of their fields, by form key
     * @param steps names of steps besides the built-in ones
     * @param deadlines names of the rules of the deadline table
     * @param facts names of variables that exist without a model setting them
     * @param languages the languages of the programme; English stands in the models, the others in side files
     * @param processes keys of processes that are deployed already and not among the files
     */
    record Known(
            Set<String> roles,
            Map<String, Set<String>> forms,
            Set<String> steps,
            Set<String> deadlines,
            Set<String> facts,
            Set<String> languages,
            Set<String> processes) {

        boolean hasStep(String name) {
            return BUILT_IN_STEPS.contains(name) || steps.contains(name);
        }
    }

    /** What the rules about one process look at. */
    record Subject(
            String file, BpmnModelInstance instance, ProcessModel model, XmlScan xml, Whole whole, List<Fault> faults) {

        void fault(String element, String rule, String value) {
            faults.add(new Fault(file, element, rule, value));
        }

        Known known() {
            return whole.known;
        }
    }

    /**
     * All that is checked together.
     *
     * @param models by process key
     * @param decisions the names of their outputs by id
     * @param handedOver the variables that calls hand over, by key of the process called
     */
    record Whole(
            Known known,
            Map<String, ProcessModel> models,
            Map<String, Set<String>> decisions,
            Map<String, Set<String>> handedOver) {}

    private final Map<String, byte[]> files;
    private final Whole whole;
    private final List<Fault> faults = new ArrayList<>();

    private ModelLint(Map<String, byte[]> files, Known known) {
        this.files = new TreeMap<>(files);
        this.whole = new Whole(known, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /**
     * All faults, ordered by file and element; none if the files may be deployed. A file that cannot be read is a fault
     * too.
     *
     * @param files the content by name, where the name may have folders before it: {@code bpmn/approval.bpmn}
     */
    static List<Fault> check(Map<String, byte[]> files, Known known) {
        return new ModelLint(files, known).check();
    }

    private List<Fault> check() {
        files.keySet().stream().filter(file -> file.endsWith(".dmn")).forEach(this::checkDecision);
        List<Subject> subjects = files.keySet().stream()
                .filter(file -> file.endsWith(".bpmn"))
                .flatMap(file -> subject(file).stream())
                .toList();
        subjects.forEach(subject -> VariableRules.handedOver(subject)
                .forEach((key, names) -> whole.handedOver.merge(key, names, VariableRules::union)));
        subjects.forEach(ModelLint::checkProcess);
        files.keySet().stream().filter(file -> file.endsWith(".json")).forEach(this::checkOwner);
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparing(Fault::file)
                        .thenComparing(Fault::element)
                        .thenComparing(Fault::rule)
                        .thenComparing(Fault::value))
                .toList();
    }

    private static void checkProcess(Subject subject) {
        new WorkRules(subject).check();
        new EventRules(subject).check();
        new FlowRules(subject).check();
        new ReachRules(subject).check();
        new PictureRules(subject).check();
        new VariableRules(subject).check();
        new BannedConstructs(subject).check();
    }

    private void checkDecision(String file) {
        DecisionLint lint = new DecisionLint(file, bytes(file), faults);
        whole.decisions.putAll(lint.check());
    }

    private Optional<Subject> subject(String file) {
        if (XmlScan.hasDocumentType(bytes(file))) {
            fault(file, "documentType", "DOCTYPE");
            return Optional.empty();
        }
        try {
            BpmnModelInstance instance = ModelReader.parse(bytes(file));
            return processOf(file, instance).map(process -> subject(file, instance, process));
        } catch (RuntimeException e) {
            fault(file, "unreadable", ModelReader.reason(e));
            return Optional.empty();
        }
    }

    private Optional<Process> processOf(String file, BpmnModelInstance instance) {
        List<Process> processes = ModelReader.executable(instance);
        int all = instance.getModelElementsByType(Process.class).size();
        if (processes.size() != 1 || all != 1) {
            fault(file, "notOneExecutableProcess", processes.size() + " of " + all);
        }
        return processes.stream().findFirst();
    }

    private Subject subject(String file, BpmnModelInstance instance, Process process) {
        ProcessModel model = new ModelReader(instance, sideFiles(file)).read();
        Subject subject = new Subject(file, instance, model, XmlScan.of(instance), whole, faults);
        whole.models.put(model.key(), model);
        if (!model.key().equals(bareName(file))) {
            subject.fault(model.key(), "idIsNotFileName", model.key());
        }
        if (process.getCamundaHistoryTimeToLiveString() == null) {
            subject.fault(model.key(), "historyTimeToLiveMissing", "");
        }
        new NameRules(subject, sideFiles(file)).check();
        return subject;
    }

    private Map<String, Map<String, String>> sideFiles(String file) {
        Map<String, Map<String, String>> names = new TreeMap<>();
        for (String language : whole.known.languages) {
            String name = sideFile(file, language);
            if (!language.equals("en")) {
                names.put(language, files.containsKey(name) ? names(name) : Map.of());
            }
        }
        return names;
    }

    private Map<String, String> names(String file) {
        try {
            return ModelReader.names(bytes(file));
        } catch (IOException e) {
            fault(file, "unreadable", ModelReader.reason(e).lines().findFirst().orElse(""));
            return Map.of();
        }
    }

    static String sideFile(String file, String language) {
        return file.replaceFirst("\\.bpmn$", "." + language + ".json");
    }

    private void checkOwner(String file) {
        String owner = file.replaceFirst("\\.[a-z]+\\.json$", ".bpmn");
        boolean known = whole.known.languages.stream()
                .filter(language -> !language.equals("en"))
                .anyMatch(language -> file.equals(sideFile(owner, language)));
        if (!known || !files.containsKey(owner)) {
            fault(file, "sideFileOfNothing", file);
        }
    }

    static String bareName(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
    }

    private byte[] bytes(String file) {
        return Optional.ofNullable(files.get(file)).orElseGet(() -> new byte[0]);
    }

    private void fault(String file, String rule, String value) {
        faults.add(new Fault(file, "", rule, value));
    }
}
