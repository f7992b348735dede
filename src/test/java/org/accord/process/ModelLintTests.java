package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.accord.process.ModelLint.Fault;
import org.accord.process.ModelLint.Known;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelLintTests {

    private static final String TITLE = "name=\"caseTitle\" value=\"title\"";

    /** The clean samples with one text replaced, and the fault that this must give. */
    record Spoilt(String rule, String element, String value, String file, String text, String replacement) {

        @Override
        public String toString() {
            return rule + " of " + element + ": " + value;
        }
    }

    @Test
    void aTextMayHaveALanguageWithoutAField() {
        var files = ModelSamples.with("plan.bpmn", TITLE, "name=\"text\" value=\",title\"");
        assertThat(ModelLint.check(files, ModelSamples.KNOWN)).isEmpty();
    }

    @Test
    void findsNothingInCleanFiles() {
        assertThat(ModelLint.check(ModelSamples.clean(), ModelSamples.KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource({
        "files",
        "tasks",
        "steps",
        "events",
        "calls",
        "gateways",
        "paths",
        "pictures",
        "banned",
        "names",
        "decisions"
    })
    void bites(Spoilt spoilt) {
        var files = ModelSamples.with(spoilt.file, spoilt.text, spoilt.replacement);
        assertThat(ModelLint.check(files, ModelSamples.KNOWN))
                .contains(
                        new Fault(spoilt.file.replace(".ru.json", ".bpmn"), spoilt.element, spoilt.rule, spoilt.value));
    }

    static Stream<Spoilt> files() {
        return Stream.of(
                plan(
                        "documentType",
                        "",
                        "DOCTYPE",
                        "<bpmn:definitions",
                        "<!DOCTYPE x [<!ENTITY e 'e'>]><bpmn:definitions"),
                dmn("documentType", "", "DOCTYPE", "<definitions", "<!DOCTYPE definitions><definitions"),
                plan("notOneExecutableProcess", "", "0 of 1", "isExecutable=\"true\"", "isExecutable=\"false\""),
                plan(
                        "notOneExecutableProcess",
                        "",
                        "1 of 2",
                        "<bpmndi:BPMNDiagram",
                        "<bpmn:process id=\"other\"/><bpmndi:BPMNDiagram"),
                plan("historyTimeToLiveMissing", "plan", "", " camunda:historyTimeToLive=\"P3650D\"", ""),
                plan("badCaseKind", "plan", "Jpa", "value=\"JPA\"", "value=\"Jpa\""),
                plan("unknownRole", "plan", "KING", "value=\"PM,PAO\"", "value=\"PM,KING\""),
                plan(
                        "unknownReach",
                        "plan",
                        "world",
                        "name=\"starters\" value=\"PM,PAO\"",
                        "name=\"reach\" value=\"world\""));
    }

    static Stream<Spoilt> tasks() {
        return Stream.of(
                plan("unknownRole", "draftPlan", "KING", "name=\"role\" value=\"PM\"", "name=\"role\" value=\"KING\""),
                plan("roleMissing", "draftPlan", "", "<camunda:property name=\"role\" value=\"PM\"/>", ""),
                plan("formMissing", "draftPlan", "", "<camunda:property name=\"form\" value=\"draft-plan\"/>", ""),
                plan("unknownForm", "draftPlan", "no-form", "value=\"draft-plan\"", "value=\"no-form\""),
                plan("unknownField", "draftPlan", "sum", "value=\"amount, kind", "value=\"sum, kind"),
                plan("unknownField", "draftPlan", "sort", "kind&gt;planKind", "sort&gt;planKind"),
                plan(
                        "unknownField",
                        "draftPlan",
                        "heading",
                        "name=\"caseTitle\" value=\"title\"",
                        "name=\"caseTitle\" value=\"heading\""),
                plan(
                        "unknownField",
                        "draftPlan",
                        "land",
                        "name=\"caseTitle\" value=\"title\"",
                        "name=\"caseState\" value=\"land\""),
                plan(
                        "unknownField",
                        "draftPlan",
                        "day",
                        "name=\"caseTitle\" value=\"title\"",
                        "name=\"caseDate\" value=\"day\""),
                plan(
                        "unknownField",
                        "draftPlan",
                        "part",
                        "name=\"caseTitle\" value=\"title\"",
                        "name=\"casePillar\" value=\"part\""),
                plan("unknownField", "draftPlan", "body", TITLE, "name=\"text\" value=\"title,body\""),
                plan("textLanguages", "draftPlan", "title", TITLE, "name=\"text\" value=\"title\""),
                plan("textLanguages", "draftPlan", ",title,", TITLE, "name=\"text\" value=\", title,\""),
                plan("textLanguages", "draftPlan", ",", TITLE, "name=\"text\" value=\",\""),
                plan("unknownDeadline", "draftPlan", "someday", "value=\"conceptNote\"", "value=\"someday\""),
                plan(
                        "unknownSubject",
                        "draftPlan",
                        "approvall",
                        "name=\"due\" value=\"conceptNote\"",
                        "name=\"subject\" value=\"approvall\""),
                plan(
                        "unknownAgain",
                        "draftPlan",
                        "always",
                        "name=\"due\" value=\"conceptNote\"",
                        "name=\"again\" value=\"always\""),
                plan(
                        "authorityNotCaught",
                        "draftPlan",
                        "DELEGATION_EXPIRED",
                        "name=\"due\" value=\"conceptNote\"",
                        "name=\"authority\" value=\"DELEGATION_EXPIRED\""),
                plan("unknownProperty", "draftPlan", "deu", "name=\"due\"", "name=\"deu\""),
                plan("unknownProperty", "draftPlan", "declareInterest", "name=\"due\"", "name=\"declareInterest\""),
                plan("notSameAsNoTask", "reviewPlan", "nobody", "value=\"draftPlan\"", "value=\"nobody\""),
                plan("notSameAsNoTask", "reviewPlan", "bookPlace", "value=\"draftPlan\"", "value=\"bookPlace\""),
                opinion("notSameAsNoTask", "giveOpinion", "parent:nobody", "parent:draftPlan", "parent:nobody"));
    }

    static Stream<Spoilt> steps() {
        String delegate = "camunda:delegateExpression=\"${step}\" ";
        return Stream.of(
                plan("unknownStep", "chooseRoute", "guess", "value=\"decide\"", "value=\"guess\""),
                plan("stepMissing", "chooseRoute", "", "<camunda:property name=\"step\" value=\"decide\"/>", ""),
                plan("stepWithoutDelegate", "chooseRoute", "", delegate, ""),
                plan("stepWithoutDelegate", "chooseRoute", "${other}", "\"${step}\"", "\"${other}\""),
                plan("stepNotAsynchronous", "chooseRoute", "", "${step}\" camunda:asyncBefore=\"true\"", "${step}\""),
                plan("unknownDecision", "chooseRoute", "road", "value=\"route\"", "value=\"road\""),
                plan("unknownRole", "remind", "KING", "value=\"NFP,PM\"", "value=\"NFP,KING\""));
    }

    static Stream<Spoilt> events() {
        String timer = "${deadlines.at(execution,'review')}";
        return Stream.of(
                plan("unknownDeadline", "reviewOverdue", "someday", "'review'", "'someday'"),
                plan("timerIsNoDeadline", "reviewOverdue", "2026-12-01", timer, "2026-12-01"),
                plan("timerIsNoDeadline", "reviewOverdue", "${now()}", timer, "${now()}"),
                new Spoilt(
                        "timerIsNoDeadline",
                        "reviewOverdue",
                        "timeDuration P1D",
                        "plan.bpmn",
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + timer + "</bpmn:timeDate>",
                        "<bpmn:timeDuration>P1D</bpmn:timeDuration>"),
                plan("messageNotDeclared", "hostWithdrew", "", " messageRef=\"hostWithdraws\"", ""),
                plan(
                        "messageNotDeclared",
                        "hostWithdrew",
                        "",
                        "messageRef=\"hostWithdraws\"",
                        "messageRef=\"nothing\""),
                plan("errorNotDeclared", "noFunds", "", " errorCode=\"FUNDS_UNAVAILABLE\"", ""),
                plan("escalationNotDeclared", "chairTold", "", " escalationRef=\"tellChair\"", ""));
    }

    static Stream<Spoilt> calls() {
        String caseId = "<camunda:in source=\"caseId\" target=\"caseId\"/>";
        return Stream.of(
                plan("unknownProcess", "askStates", "nobody", "calledElement=\"opinion\"", "calledElement=\"nobody\""),
                plan("callPassesAllVariables", "askStates", "all", caseId, "<camunda:in variables=\"all\"/>"),
                plan("variableNotPassed", "askStates", "caseId", caseId, ""),
                plan("variableNotPassed", "askStates", "state", "<camunda:in source=\"state\" target=\"state\"/>", ""));
    }

    static Stream<Spoilt> gateways() {
        return Stream.of(
                plan("gatewayUnnamed", "isConsentNeeded", "", " name=\"Consent needed?\"", ""),
                plan("gatewayWithoutDefault", "isConsentNeeded", "", " default=\"consentNotNeeded\"", ""),
                plan(
                        "answerWithoutCondition",
                        "consentNotNeeded",
                        "isConsentNeeded",
                        " default=\"consentNotNeeded\"",
                        ""),
                plan("answerUnnamed", "fundsThere", "areFundsThere", " name=\"yes\"", ""),
                plan(
                        "defaultWithCondition",
                        "consentNeeded",
                        "consent = true",
                        "default=\"consentNotNeeded\"",
                        "default=\"consentNeeded\""),
                plan("conditionNotFeel", "consentNeeded", "consent = true", " language=\"feel\">consent", ">consent"),
                plan("conditionNotFeel", "consentNeeded", "= consent", ">consent = true", ">= consent"),
                plan("unknownVariable", "consentNeeded", "permission", ">consent = true", ">permission = true"),
                plan("endUnnamed", "planAdopted", "", " name=\"Plan adopted\"", ""),
                plan(
                        "endIsNoOutcome",
                        "End_1",
                        "End_1",
                        "<bpmn:endEvent",
                        "<bpmn:endEvent id=\"End_1\"/><bpmn:endEvent"),
                plan("idMissing", "", "endEvent", "<bpmn:endEvent", "<bpmn:endEvent/><bpmn:endEvent"));
    }

    static Stream<Spoilt> paths() {
        return Stream.of(
                plan(
                        "unreachable",
                        "planDropped",
                        "",
                        "sourceRef=\"fundsMissing\" targetRef=\"planDropped\"",
                        "sourceRef=\"fundsMissing\" targetRef=\"planAdopted\""),
                plan(
                        "noWayToEnd",
                        "fundsMissing",
                        "",
                        "<bpmn:sequenceFlow id=\"f13\" sourceRef=\"fundsMissing\"",
                        "<bpmn:sequenceFlow id=\"f13\" sourceRef=\"chairTold\""),
                plan(
                        "noWayToEnd",
                        "reportFunds",
                        "",
                        "sourceRef=\"reportFunds\" targetRef=\"areFundsThere\"",
                        "sourceRef=\"reportFunds\" targetRef=\"reportFunds\""),
                plan("unreachable", "releasePlace", "", "targetRef=\"releasePlace\"", "targetRef=\"rule\""));
    }

    static Stream<Spoilt> pictures() {
        return Stream.of(
                plan("notDrawn", "draftPlan", "", "bpmnElement=\"draftPlan\"", "bpmnElement=\"plane\""),
                plan("notDrawn", "f1", "", "bpmnElement=\"f1\"", "bpmnElement=\"plane\""),
                plan("notDrawn", "focalPoint", "", "bpmnElement=\"focalPoint\"", "bpmnElement=\"plane\""),
                plan("notDrawn", "undo", "", "bpmnElement=\"undo\"", "bpmnElement=\"plane\""),
                plan(
                        "overlaps",
                        "draftPlan",
                        "chooseRoute",
                        "<dc:Bounds x=\"300\" y=\"80\"",
                        "<dc:Bounds x=\"250\" y=\"80\""),
                plan(
                        "outsideItsScope",
                        "workshopOpened",
                        "holdWorkshop",
                        "<dc:Bounds x=\"1225\" y=\"132\"",
                        "<dc:Bounds x=\"1190\" y=\"132\""),
                plan(
                        "outsideItsLane",
                        "draftPlan",
                        "manager",
                        "<dc:Bounds x=\"160\" y=\"80\"",
                        "<dc:Bounds x=\"460\" y=\"480\""),
                plan(
                        "notOnTheEdge",
                        "reviewOverdue",
                        "reviewPlan",
                        "<dc:Bounds x=\"852\" y=\"522\"",
                        "<dc:Bounds x=\"852\" y=\"545\""));
    }

    static Stream<Spoilt> banned() {
        Stream<Spoilt> attributes = Stream.of(
                        "class",
                        "expression",
                        "type",
                        "formKey",
                        "formRef",
                        "assignee",
                        "candidateUsers",
                        "candidateGroups",
                        "dueDate")
                .map(name -> forbidden(
                        "draftPlan",
                        "camunda:" + name,
                        "id=\"draftPlan\"",
                        "id=\"draftPlan\" camunda:" + name + "=\"x\""));
        Stream<Spoilt> extensions = Stream.of("connector", "script", "executionListener", "taskListener", "formData")
                .map(name -> forbidden(
                        "draftPlan",
                        "camunda:" + name,
                        "<camunda:properties><camunda:property name=\"role\" value=\"PM\"/>",
                        "<camunda:" + name + "/><camunda:properties><camunda:property name=\"role\" value=\"PM\"/>"));
        Stream<Spoilt> elements = Stream.of("inclusiveGateway", "complexGateway", "scriptTask")
                .map(name -> forbidden(
                        "joined",
                        name,
                        "<bpmn:exclusiveGateway id=\"joined\"></bpmn:exclusiveGateway>",
                        "<bpmn:" + name + " id=\"joined\"></bpmn:" + name + ">"));
        String former = "xmlns:a=\"http://activiti.org/bpmn\"";
        Stream<Spoilt> namespaces = Stream.of(
                forbidden(
                        "draftPlan",
                        "activiti:class",
                        "id=\"draftPlan\"",
                        "id=\"draftPlan\" " + former + " a:class=\"x\""),
                forbidden(
                        "draftPlan",
                        "activiti:taskListener",
                        "<camunda:properties><camunda:property name=\"role\" value=\"PM\"/>",
                        "<a:taskListener " + former
                                + "/><camunda:properties><camunda:property name=\"role\" value=\"PM\"/>"));
        Stream<Spoilt> expressions = Stream.of(
                plan("expressionNotAllowed", "askStates", "${all}", "${states.participating(execution)}", "${all}"),
                plan("expressionNotAllowed", "askStates", "${done}", "${states.participating(execution)}", "${done}"),
                plan(
                        "topicNotOpened",
                        "askStates",
                        "vote",
                        "${states.participating(execution)}",
                        "${decisions.voters(execution,'vote')}"),
                plan("topicNotOpened", "draftPlan", "conceptNote", "name=\"due\"", "name=\"ballot\""),
                plan("expressionNotAllowed", "askStates", "#{key}", "#{execution.processBusinessKey}", "#{key}"),
                plan(
                        "expressionNotAllowed",
                        "askStates",
                        "${p}",
                        "calledElement=\"opinion\"",
                        "calledElement=\"${p}\""),
                plan("expressionNotAllowed", "draftPlan", "Draft ${x}", "name=\"Draft plan\"", "name=\"Draft ${x}\""));
        return Stream.of(attributes, extensions, elements, namespaces, expressions)
                .flatMap(all -> all);
    }

    static Stream<Spoilt> names() {
        return Stream.of(
                names("nameMissing", "draftPlan", "ru", "\"draftPlan\": \"Подготовить проект\",", ""),
                names("nameMissing", "plan", "ru", "\"План работы\"", "\" \""),
                names("nameMissing", "manager", "ru", "\"manager\": \"Руководитель программы\",", ""),
                names("nameMissing", "pool", "ru", "\"pool\": \"План работы\",", ""),
                names("nameMissing", "donorConsents", "ru", "\"donorConsents\"", "\"donorsConsent\""),
                names("nameMissing", "consentNeeded", "ru", "\"consentNeeded\": \"да\",", ""),
                names("nameSuperfluous", "nobody", "ru", "{", "{\"nobody\": \"Никто\","),
                names("nameSuperfluous", "joined", "ru", "{", "{\"joined\": \"Слияние\","));
    }

    static Stream<Spoilt> decisions() {
        String last = "<inputEntry id=\"cell4x0\"><text>&gt; 20000</text>";
        return Stream.of(
                dmn("historyTimeToLiveMissing", "route", "", " camunda:historyTimeToLive=\"P3650D\"", ""),
                dmn("hitPolicyMissing", "route", "", " hitPolicy=\"UNIQUE\"", ""),
                dmn("rowsOverlap", "route", "row 1 and row 2", "]5000..20000]", "[5000..20000]"),
                dmn("rowsOverlap", "route", "row 2 and row 3", "not(&quot;local&quot;,", "not("),
                dmn("rowsLeaveGap", "route", "20001, \"local\"", last, last.replace("&gt; 20000", "&gt; 30000")),
                dmn(
                        "rowsLeaveGap",
                        "route",
                        "5001, \"national\"",
                        "&quot;local&quot;,&quot;national&quot;",
                        "&quot;local&quot;"),
                new Spoilt("firstWithoutCatchAll", "level", "", "level.dmn", "<text></text>", "<text>false</text>"),
                new Spoilt("rowsOverlap", "level", "row 1 and row 2", "level.dmn", "FIRST", "UNIQUE"));
    }

    @Test
    void wantsTheFileNamedAfterItsContent() {
        Map<String, byte[]> files = ModelSamples.clean();
        files.put("bpmn/other.bpmn", ModelSamples.bytes(ModelSamples.text("opinion.bpmn")));
        files.put("bpmn/other.dmn", ModelSamples.bytes(ModelSamples.text("level.dmn")));
        assertThat(ModelLint.check(files, ModelSamples.KNOWN))
                .contains(
                        new Fault("bpmn/other.bpmn", "opinion", "idIsNotFileName", "opinion"),
                        new Fault("bpmn/other.dmn", "level", "idIsNotFileName", "level"));
    }

    @Test
    void missesAllNamesWhenTheSideFileIsMissing() {
        Map<String, byte[]> files = ModelSamples.clean();
        files.remove("opinion.ru.json");
        assertThat(ModelLint.check(files, ModelSamples.KNOWN))
                .extracting(Fault::rule, Fault::element)
                .contains(tuple("nameMissing", "opinion"), tuple("nameMissing", "giveOpinion"));
    }

    @Test
    void findsASideFileOfNothing() {
        Map<String, byte[]> files = ModelSamples.clean();
        files.put("lost.ru.json", ModelSamples.bytes("{}"));
        files.put("plan.xx.json", ModelSamples.bytes("{}"));
        assertThat(ModelLint.check(files, ModelSamples.KNOWN))
                .extracting(Fault::file, Fault::rule)
                .containsExactly(
                        tuple("lost.ru.json", "sideFileOfNothing"), tuple("plan.xx.json", "sideFileOfNothing"));
    }

    @Test
    void tellsOfFilesThatCannotBeRead() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String file : new String[] {"a.bpmn", "b.dmn", "empty.bpmn", "empty.dmn"}) {
            files.put(file, ModelSamples.bytes(file.startsWith("empty") ? "" : "<broken"));
        }
        files.put("c.bpmn", ModelSamples.bytes("<valid/>"));
        assertThat(ModelLint.check(files, ModelSamples.KNOWN))
                .allMatch(fault -> fault.rule().equals("unreadable"))
                .extracting(Fault::file)
                .containsExactly("a.bpmn", "b.dmn", "c.bpmn", "empty.bpmn", "empty.dmn");
    }

    @Test
    void tellsOfASideFileThatCannotBeRead() {
        Map<String, byte[]> files = ModelSamples.clean();
        files.put("opinion.ru.json", ModelSamples.bytes("{\"opinion\": "));
        assertThat(ModelLint.check(files, ModelSamples.KNOWN))
                .extracting(Fault::file, Fault::rule)
                .contains(tuple("opinion.ru.json", "unreadable"));
    }

    @Test
    void takesStepsProcessesAndFactsFromOutside() {
        Map<String, byte[]> files = ModelSamples.with("plan.bpmn", "value=\"tallyPositions\"", "value=\"count\"");
        String changed = new String(files.get("plan.bpmn"), StandardCharsets.UTF_8)
                .replace("calledElement=\"opinion\"", "calledElement=\"older\"")
                .replace(">consent = true", ">mood = true");
        files.put("plan.bpmn", ModelSamples.bytes(changed));
        files.put(
                "opinion.bpmn",
                ModelSamples.bytes(ModelSamples.text("opinion.bpmn").replace("parent:draftPlan", "")));
        Known known = ModelSamples.KNOWN;
        assertThat(ModelLint.check(
                        files,
                        new Known(
                                known.roles(),
                                known.forms(),
                                Set.of("count"),
                                known.deadlines(),
                                Set.of("mood"),
                                known.languages(),
                                Set.of("older"))))
                .isEmpty();
    }

    @Test
    void leavesUnjudgedWhatItCannotRead() {
        assertThat(ModelLint.check(ModelSamples.with("route.dmn", "&lt;= 5000", "&lt;= limit"), ModelSamples.KNOWN))
                .isEmpty();
    }

    @Test
    void readsTheVariablesOfACondition() {
        assertThat(VariableRules.names("decision = \"a b\" and not(count(list) > 2) or x.y != null"))
                .isEqualTo(Set.of("decision", "list", "x"));
        assertThat(VariableRules.names("starts with(kind, \"a\")")).isEqualTo(Set.of("kind"));
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private static Spoilt plan(String rule, String element, String value, String text, String replacement) {
        return new Spoilt(rule, element, value, "plan.bpmn", text, replacement);
    }

    private static Spoilt forbidden(String element, String value, String text, String replacement) {
        return plan("forbidden", element, value, text, replacement);
    }

    private static Spoilt opinion(String rule, String element, String value, String text, String replacement) {
        return new Spoilt(rule, element, value, "opinion.bpmn", text, replacement);
    }

    private static Spoilt dmn(String rule, String element, String value, String text, String replacement) {
        return new Spoilt(rule, element, value, "route.dmn", text, replacement);
    }

    /** Faults in a side file are told of the model it belongs to. */
    private static Spoilt names(String rule, String element, String value, String text, String replacement) {
        return new Spoilt(rule, element, value, "plan.ru.json", text, replacement);
    }
}
