package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.File;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.accord.cases.Cases;
import org.accord.tasks.Tasks;
import org.accord.testing.AccordTest;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@AccordTest
class EngineGuardTests {

    private static final String COUNTER = "''.getClass().forName('" + Counter.class.getName() + "').newInstance()";
    private static final String COUNTING = "${" + COUNTER + ".now()}";
    private static final List<String> PLAIN = List.of("string", "long", "double", "boolean", "integer", "date", "null");
    private static final String[] BANNED = {
        "org.camunda.bpm.springboot:camunda-bpm-spring-boot-starter-rest",
        "org.camunda.bpm.springboot:camunda-bpm-spring-boot-starter-webapp*",
        "org.camunda.bpm:camunda-engine-rest*",
        "org.camunda.bpm.webapp:*",
        "org.camunda.connect:*",
        "org.camunda.spin:camunda-spin-dataformat-all",
        "org.camunda.template-engines:*",
        "org.codehaus.groovy:*",
        "org.apache.groovy:*",
        "org.graalvm.js:*",
        "org.graalvm.polyglot:*",
        "org.jruby:*",
        "org.python:*",
        "org.freemarker:*"
    };
    private static final String UNREVIEWED = "not among those reviewed";

    @Autowired
    private ApplicationContext accord;

    @Autowired
    private SpringProcessEngineConfiguration engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private DecisionService decisions;

    @Autowired
    private EngineFeel feel;

    @Autowired
    private JdbcClient jdbc;

    /** Harmless code that an expression can reach without any bean, and that tells that it was reached. */
    public static final class Counter {

        private static final AtomicInteger REACHED = new AtomicInteger();

        public Counter() {
            REACHED.incrementAndGet();
        }

        public Date now() {
            return new Date(0);
        }

        public static double reach(double value) {
            REACHED.incrementAndGet();
            return value;
        }
    }

    @BeforeEach
    void nothingIsReachedYet() {
        Counter.REACHED.set(0);
    }

    @Test
    void anExpressionInsideAnOrQueryIsRefusedAndDoesNotRun() {
        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .dueAfterExpression(COUNTING)
                        .taskName("any")
                        .endOr()
                        .list())
                .withStackTraceContaining(UNREVIEWED);
        assertThat(Counter.REACHED).hasValue(0);
    }

    @Test
    void anExpressionInAnyQueryIsRefusedByTheFlagsOfTheEngineToo() {
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
        assertThatExceptionOfType(BadUserRequestException.class)
                .isThrownBy(() ->
                        tasks.createTaskQuery().dueAfterExpression("${step}").list());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:expression='EXPRESSION'",
                "camunda:delegateExpression='EXPRESSION'",
                "camunda:delegateExpression='${step}EXPRESSION'",
                "camunda:delegateExpression='${step.names()}'",
                "camunda:delegateExpression='${step}' camunda:jobPriority='EXPRESSION'",
                "camunda:delegateExpression='#{step}'"
            })
    void anUnreviewedExpressionInAModelIsRefusedAtDeployment(String attributes) {
        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> deploy(serviceTask(attributes.replace("EXPRESSION", escaped(COUNTING)))))
                .withMessageContaining(UNREVIEWED);
        assertThat(Counter.REACHED).hasValue(0);
    }

    @Test
    void anUnreviewedExpressionInADecisionDoesNotRun() {
        deploy("unreviewedDecision.dmn", decision("juel", COUNTING));

        assertThatThrownBy(() -> decisions
                        .evaluateDecisionByKey("unreviewedDecision")
                        .variables(Map.of())
                        .evaluate())
                .hasStackTraceContaining(UNREVIEWED);
        assertThat(Counter.REACHED).hasValue(0);
    }

    @Test
    void aDecisionInAnotherLanguageThanFeelIsRefusedByTheLint() {
        assertThat(ModelLint.check(
                        Map.of("unreviewedDecision.dmn", ModelSamples.bytes(decision("juel", "${1}"))),
                        ModelSamples.KNOWN))
                .extracting(ModelLint.Fault::rule, ModelLint.Fault::value)
                .contains(tuple("notFeel", "juel"));
    }

    @Test
    void feelDoesNotCallJava() {
        String call = "{reach: function(x) external {java: {class: \"" + Counter.class.getName()
                + "\", method signature: \"reach(double)\"}}, answer: reach(1)}.answer";
        deploy("callingDecision.dmn", decision("feel", escaped(call)).replace("unreviewedDecision", "callingDecision"));

        feel.evaluate(call, Map.of());
        assertThatCode(() -> decisions
                        .evaluateDecisionByKey("callingDecision")
                        .variables(Map.of())
                        .evaluate())
                .satisfies(anyAnswer -> assertThat(Counter.REACHED).hasValue(0));
    }

    @Test
    void anExpressionSeesTheFiveBeansOfModelsAndNoBeanOfSpring() {
        assertThat(engine.getBeans()).containsOnlyKeys("step", "states", "deadlines", "decisions", "conditions");
        ELContext context = ((JuelExpressionManager) engine.getExpressionManager())
                .getElContext(StartProcessVariableScope.getSharedInstance());
        List<String> seen = Stream.of(accord.getBeanDefinitionNames())
                .filter(bean -> context.getELResolver().getValue(context, null, bean) == accord.getBean(bean))
                .toList();

        assertThat(accord.getBeanDefinitionNames()).contains("tasks", "jdbcTemplate", "repositoryService");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "feel", "javascript", "groovy", "python", "ruby"})
    void aScriptTaskDoesNotRun(String language) {
        deploy(process("<bpmn:scriptTask id='task' scriptFormat='" + language + "'><bpmn:script>"
                + escaped(language.equals("juel") ? COUNTING : "1 + 1") + "</bpmn:script></bpmn:scriptTask>"));

        assertThatThrownBy(this::start).hasStackTraceContaining("Scripts do not run in Accord");
        assertThat(Counter.REACHED).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void aVariableThatIsAnObjectOrBytesIsRefused(Object value) {
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        TrialProcess trial = TrialProcess.in(accord);
        String task = trial.task(trial.open());

        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> tasks.setVariable(task, "value", value));
        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> tasks.complete(task, Map.of("value", value)));
    }

    static List<Object> objects() {
        ArrayList<String> list = new ArrayList<>(List.of("one"));
        return List.of(
                list,
                new byte[] {1},
                Variables.objectValue(list)
                        .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                        .create(),
                Variables.serializedObjectValue("rO0ABXA=")
                        .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                        .objectTypeName("java.util.ArrayList")
                        .create(),
                Variables.fileValue("file.txt").file(new byte[] {1}).create());
    }

    @Test
    void aCaseKeepsTextsNumbersAndTruthsOnly() {
        TrialProcess trial = TrialProcess.in(accord);
        String caseKey = trial.open();
        String task = trial.task(caseKey);
        Tasks work = accord.getBean(Tasks.class);
        int version = work.claim(TrialProcess.MANAGER, task).version();
        work.complete(TrialProcess.MANAGER, task, version, TrialProcess.APPROVED, null);

        assertThat(kinds("select type_ from act_ru_variable"))
                .contains("string")
                .isSubsetOf(PLAIN);
        Cases cases = accord.getBean(Cases.class);
        cases.report(
                TrialProcess.MANAGER,
                caseKey,
                cases.reportable(TrialProcess.MANAGER, caseKey).get(0).id(),
                Map.of());

        assertThat(kinds("select type_ from act_ru_variable")).isSubsetOf(PLAIN);
        assertThat(kinds("select var_type_ from act_hi_varinst")).isSubsetOf(PLAIN);
    }

    private List<String> kinds(String sql) {
        return jdbc.sql(sql).query(String.class).list().stream().distinct().toList();
    }

    @Test
    void aJobIsLockedForAMinuteAndLookedForEveryTenSecondsAtLeast() {
        JobExecutor executor = engine.getJobExecutor();

        assertThat(executor.getLockTimeInMillis()).isEqualTo(60_000);
        assertThat(executor.getMaxWait()).isLessThanOrEqualTo(10_000);
        assertThat(executor.getWaitTimeInMillis()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void aDocumentTypeIsRefused() {
        String type = "<!DOCTYPE definitions [<!ENTITY word \"word\">]>\n";

        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> deploy(type + serviceTask("camunda:delegateExpression='${step}'")))
                .withStackTraceContaining("DOCTYPE");
        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> deploy("typed.dmn", type + decision("feel", "1")))
                .withStackTraceContaining("DOCTYPE");
        assertThat(engine.isEnableXxeProcessing()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.camunda.bpm.engine.rest.TaskRestService",
                "org.camunda.bpm.engine.rest.dto.task.TaskQueryDto",
                "org.camunda.bpm.admin.Admin",
                "org.camunda.bpm.cockpit.Cockpit",
                "org.camunda.bpm.tasklist.Tasklist",
                "org.camunda.bpm.webapp.impl.engine.EngineRestApplication",
                "org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig",
                "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
                "org.camunda.connect.Connectors",
                "org.camunda.connect.plugin.impl.ConnectProcessEnginePlugin",
                "org.camunda.templateengines.FreeMarkerScriptEngine",
                "freemarker.template.Template",
                "groovy.lang.GroovyShell",
                "org.graalvm.polyglot.Context",
                "com.oracle.truffle.js.scriptengine.GraalJSScriptEngine",
                "org.openjdk.nashorn.api.scripting.NashornScriptEngine",
                "org.mozilla.javascript.Context",
                "org.jruby.Ruby",
                "org.python.util.PythonInterpreter",
                "org.h2.Driver"
            })
    void whatOpensTheEngineOrRunsScriptsIsNotOnTheClassPath(String type) {
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> Class.forName(type, false, getClass().getClassLoader()));
    }

    @Test
    void theBuildRefusesWhatOpensTheEngineOrRunsScripts() throws Exception {
        Element banned = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new File("pom.xml"))
                .getElementsByTagName("bannedDependencies")
                .item(0);
        Element execution = (Element) banned.getParentNode().getParentNode().getParentNode();

        assertThat(texts(banned, "exclude")).contains(BANNED);
        assertThat(texts(banned, "include")).isEmpty();
        assertThat(texts(banned, "searchTransitive")).doesNotContain("false");
        assertThat(texts(execution, "goal")).containsExactly("enforce");
        assertThat(texts(execution, "skip")).isEmpty();
        assertThat(texts(execution, "fail")).isEmpty();
    }

    private static List<String> texts(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> found.item(index).getTextContent().strip())
                .toList();
    }

    private void deploy(String bpmn) {
        deploy("guarded.bpmn", bpmn);
    }

    private void deploy(String name, String content) {
        repository.createDeployment().addString(name, content).deploy();
    }

    private void start() {
        accord.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> runtime.startProcessInstanceByKey("guarded", "guarded", Map.of("caseId", "guarded")));
    }

    private static String serviceTask(String attributes) {
        return process("<bpmn:serviceTask id='task' " + attributes + "/>");
    }

    private static String process(String task) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://accord.invalid/bpmn">
                  <bpmn:process id="guarded" name="Guarded" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="toTask" sourceRef="start" targetRef="task"/>
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(task);
    }

    private static String decision(String language, String output) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="definitions" name="Decision"
                    namespace="https://accord.invalid/dmn">
                  <decision id="unreviewedDecision" name="Decision" camunda:historyTimeToLive="P1D">
                    <decisionTable id="table" hitPolicy="FIRST">
                      <input id="in"><inputExpression id="inExpression"><text>1</text></inputExpression></input>
                      <output id="out" name="out"/>
                      <rule id="row">
                        <inputEntry id="cell"><text></text></inputEntry>
                        <outputEntry id="value" expressionLanguage="%s"><text>%s</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(language, output);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
