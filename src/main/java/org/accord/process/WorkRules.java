package org.accord.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.accord.process.ModelLint.Subject;
import org.accord.process.ProcessModel.Element;
import org.accord.process.ProcessModel.Kind;

/** Who does what with which form, and which step does the rest. */
record WorkRules(Subject subject) {

    private static final List<String> CASE_FIELDS =
            List.of("caseTitle", "caseState", "casePillar", "caseInitiative", "caseDate", "caseLastDate");
    private static final Pattern CASE_KIND = Pattern.compile("[A-Z]{3}");
    private static final Set<String> REACHES = Set.of("programme", "secretariat");
    private static final Set<String> SUBJECTS =
            Set.of("nomination", "clearance", "donorConsent", "report", "followUp", "approval");
    private static final Set<String> TASK_PROPERTIES = Set.of(
            "role",
            "state",
            "organisation",
            "pillar",
            "form",
            "due",
            "confidential",
            "notSameAs",
            "ballot",
            "holder",
            "text",
            "subject",
            "priority",
            "again",
            "link",
            "authority",
            "item",
            "context",
            "facts",
            "caseTitle",
            "caseState",
            "casePillar",
            "caseInitiative",
            "caseDate",
            "caseLastDate");

    void check() {
        checkProcess();
        for (Element element : subject.model().elements()) {
            if (element.is(Kind.USER_TASK)) {
                checkUserTask(element);
            }
            if (element.kind().isStep()) {
                checkStep(element);
            }
            checkRoles(element.id(), element.properties());
            checkForm(element);
            checkDue(element);
        }
    }

    private void checkProcess() {
        ProcessModel model = subject.model();
        checkRoles(model.key(), model.properties());
        model.caseKind()
                .filter(kind -> !CASE_KIND.matcher(kind).matches())
                .ifPresent(kind -> fault(model.key(), "badCaseKind", kind));
        if (!REACHES.contains(model.reach())) {
            fault(model.key(), "unknownReach", model.reach());
        }
        checkGathering(model);
    }

    private void checkGathering(ProcessModel model) {
        String kind = model.properties().getOrDefault("gathering", "");
        List<String> held = ProcessModel.listed(model.properties().get("held"));
        List<String> off = ProcessModel.listed(model.properties().get("off"));
        boolean known = model.gathering().isPresent();
        if (!known && !(kind.isEmpty() && held.isEmpty() && off.isEmpty())) {
            fault(model.key(), "unknownGathering", kind);
        }
        off.stream()
                .filter(event -> model.element(event)
                        .filter(element -> element.kind().isEvent())
                        .isEmpty())
                .forEach(event -> fault(model.key(), "offNoEvent", event));
        held.stream()
                .filter(end -> model.element(end)
                        .filter(element -> element.is(Kind.END_EVENT))
                        .isEmpty())
                .forEach(end -> fault(model.key(), "heldNoEnd", end));
    }

    private void checkUserTask(Element task) {
        for (String required : List.of("role", "form")) {
            if (task.property(required).isEmpty()) {
                fault(task.id(), required + "Missing", "");
            }
        }
        task.properties().keySet().stream()
                .filter(property -> !TASK_PROPERTIES.contains(property))
                .forEach(property -> fault(task.id(), "unknownProperty", property));
        task.property("again")
                .filter(again -> !again.equals("fromLast"))
                .ifPresent(again -> fault(task.id(), "unknownAgain", again));
        task.property("subject")
                .filter(subject -> !SUBJECTS.contains(subject))
                .ifPresent(subject -> fault(task.id(), "unknownSubject", subject));
        task.property("authority")
                .filter(error -> !error.equals(AuthorityGuard.REQUIRED) && !isCaughtOn(task, error))
                .ifPresent(error -> fault(task.id(), "authorityNotCaught", error));
        ProcessModel.listed(task.properties().get("notSameAs")).stream()
                .filter(other -> !isUserTask(other) || other.equals(task.id()))
                .forEach(other -> fault(task.id(), "notSameAsNoTask", other));
    }

    private boolean isCaughtOn(Element task, String error) {
        return subject.model().elements().stream()
                .filter(event -> task.id().equals(event.attachedTo()))
                .anyMatch(event -> event.trigger().type() == ProcessModel.Trigger.Type.ERROR
                        && error.equals(event.trigger().reference()));
    }

    /** A task of the parent is one of a process that calls this one; without such a process here it is not judged. */
    private boolean isUserTask(String reference) {
        if (!reference.startsWith("parent:")) {
            return isUserTask(subject.model(), reference);
        }
        String task = reference.substring("parent:".length());
        List<ProcessModel> callers = subject.whole().models().values().stream()
                .filter(this::callsThis)
                .toList();
        return callers.isEmpty() || callers.stream().anyMatch(model -> isUserTask(model, task));
    }

    private boolean callsThis(ProcessModel model) {
        return model.elements().stream()
                .anyMatch(element -> subject.model().key().equals(element.calls()));
    }

    private static boolean isUserTask(ProcessModel model, String id) {
        return model.element(id).filter(element -> element.is(Kind.USER_TASK)).isPresent();
    }

    private void checkRoles(String id, Map<String, String> properties) {
        Stream.of("role", "starters", "to")
                .flatMap(property -> ProcessModel.listed(properties.get(property)).stream())
                .filter(role ->
                        !role.startsWith("=") && !subject.known().roles().contains(role))
                .forEach(role -> fault(id, "unknownRole", role));
    }

    private void checkForm(Element element) {
        String form = element.property("form").orElse("");
        if (!form.isEmpty() && !subject.known().forms().containsKey(form)) {
            fault(element.id(), "unknownForm", form);
            return;
        }
        Set<String> fields = subject.known().forms().getOrDefault(form, Set.of());
        Stream<String> facts = ProcessModel.listed(element.properties().get("facts")).stream()
                .map(fact -> fact.split(">", 2)[0].strip());
        Stream<String> ofCase = CASE_FIELDS.stream()
                .flatMap(property ->
                        ProcessModel.listed(element.property(property).orElse(null)).stream());
        List<String> text = ProcessModel.places(element.properties().get("text"));
        checkLanguages(element, text);
        Stream.of(facts, ofCase, text.stream().filter(field -> !field.isEmpty()))
                .flatMap(fieldNames -> fieldNames)
                .filter(field -> !fields.contains(field))
                .forEach(field -> fault(element.id(), "unknownField", field));
    }

    /** A text has a place for each language of the programme, and a field in one of them at least. */
    private void checkLanguages(Element element, List<String> text) {
        boolean allEmpty = text.stream().allMatch(String::isEmpty);
        if (!text.isEmpty()
                && (allEmpty || text.size() != subject.known().languages().size())) {
            fault(element.id(), "textLanguages", String.join(",", text));
        }
    }

    private void checkDue(Element element) {
        element.property("due")
                .filter(due -> !subject.known().deadlines().contains(due))
                .ifPresent(due -> fault(element.id(), "unknownDeadline", due));
    }

    private void checkStep(Element task) {
        String step = task.property("step").orElse("");
        if (step.isEmpty()) {
            fault(task.id(), "stepMissing", "");
        } else if (!subject.known().hasStep(step)) {
            fault(task.id(), "unknownStep", step);
        }
        if (!"${step}".equals(attribute(task, "delegateExpression"))) {
            fault(task.id(), "stepWithoutDelegate", attribute(task, "delegateExpression"));
        }
        if (!"true".equals(attribute(task, "asyncBefore"))) {
            fault(task.id(), "stepNotAsynchronous", "");
        }
        if ("decide".equals(step)) {
            checkDecision(task);
        }
    }

    private void checkDecision(Element task) {
        String decision = task.property("decision").orElse("");
        if (!subject.whole().decisions().containsKey(decision)) {
            fault(task.id(), "unknownDecision", decision);
        }
    }

    private String attribute(Element task, String name) {
        var element = subject.instance().getModelElementById(task.id());
        String value = element == null ? null : element.getAttributeValueNs(XmlScan.CAMUNDA, name);
        return value == null ? "" : value;
    }

    private void fault(String element, String rule, String value) {
        subject.fault(element, rule, value);
    }
}
