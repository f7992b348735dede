package org.accord;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.accord.core.Actor;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.query.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

@AnalyzeClasses(packagesOf = Accord.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "org.accord.";

    private static final Set<String> RULES = Set.of(
            "decisions.Ballot",
            "decisions.BallotRule",
            "decisions.Count",
            "decisions.Disclosure",
            "decisions.Effect",
            "decisions.Electorate",
            "decisions.Position",
            "decisions.Share",
            "decisions.SilenceProcedure",
            "decisions.Tally",
            "forms.SubmissionValidator",
            "forms.FieldRules",
            "forms.LevelCheck",
            "forms.Typing",
            "forms.Field",
            "forms.FormSchemaParser",
            "texts.Comparison",
            "texts.Revision",
            "texts.TextComparison",
            "texts.TextVersion",
            "programme.WorkingCalendar",
            "programme.DeadlineRule",
            "programme.Expiry",
            "programme.Holding",
            "programme.Mandate",
            "tasks.EscalationRule",
            "access.Grant",
            "access.Right",
            "seals.Checkpoint",
            "seals.Leaf",
            "seals.MerkleTree",
            "seals.SignedNote",
            "seals.Tile",
            "seals.TreeEdge",
            "seals.TilePath",
            "substitutions.SubstitutionRules",
            "substitutions.HandoverRules",
            "substitutions.Combinations",
            "substitutions.Substitution",
            "substitutions.Handover",
            "tasks.FourEyes",
            "process.ModelLint",
            "process.DecisionLint",
            "process.ProcessModel",
            "process.ProcessDiagram",
            "process.ReviewedExpressions");

    private static final Set<String> HANDLERS_FOR_EVERYBODY = Set.of(
            "SignInPages.signIn",
            "UnexpectedErrors.answer",
            "LogPages.checkpoint",
            "LogPages.key",
            "LogPages.tile",
            "FeedPages.read",
            "InvitationPages.invitation",
            "InvitationPages.takeUp");

    private static final int FACADES = 2;

    @ArchTest
    static final ArchRule oneModuleKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("org.accord.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the day the engine is exchanged for a fork, one package changes (ADR 0002)");

    @ArchTest
    static final ArchRule rulesArePlainJava = noClasses()
            .that(areRules())
            .should()
            .dependOnClassesThat(describe(
                    "belong to Spring, JDBC or the clock",
                    type -> type.getPackageName().startsWith("org.springframework.")
                            || type.getPackageName().startsWith("java.sql")
                            || type.getPackageName().startsWith("javax.sql")
                            || type.isEquivalentTo(Clock.class)))
            .because("a rule is state in and decision out: it can be tested without anything running");

    @ArchTest
    static void everyRuleListedExists(JavaClasses all) {
        assertThat(RULES)
                .allSatisfy(
                        name -> assertThat(all.contain(ROOT + name)).as(name).isTrue());
    }

    @ArchTest
    static void aModuleShowsItsBehaviourInTwoClassesAtMost(JavaClasses all) {
        Map<String, Set<String>> shown = new TreeMap<>();
        all.stream().filter(ArchitectureTests::isFacade).forEach(type -> shown.computeIfAbsent(
                        type.getPackageName(), name -> new TreeSet<>())
                .add(type.getSimpleName()));
        assertThat(shown).isNotEmpty().allSatisfy((module, types) -> assertThat(types)
                .as("because whoever uses %s should have to read two classes, not its insides", module)
                .hasSizeLessThanOrEqualTo(FACADES));
    }

    @ArchTest
    static final ArchRule timeComesInFromOutside = noClasses()
            .that()
            .resideOutsideOfPackage("org.accord.instance..")
            .should()
            .callMethodWhere(describe("the clock of the machine is read", ArchitectureTests::readsTheMachinesClock))
            .orShould()
            .callConstructorWhere(describe(
                    "a Date of now is made",
                    call -> call.getTargetOwner().isEquivalentTo(java.util.Date.class)
                            && call.getTarget().getRawParameterTypes().isEmpty()))
            .because("deadlines are told by the one clock of the instance, which a demonstration and a test can set");

    @ArchTest
    static final ArchRule nobodyHandlesARequestInNobodysName = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Controller.class)
            .should(takeAnActor())
            .because("what may be read and done depends on who asks; a handler that does not ask cannot refuse");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .that(describe("are not inside others", type -> !type.isNestedClass()))
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Base|Common|Abstract)")
            .because("a thing that has no better name belongs to somebody else");

    @ArchTest
    static final ArchRule controllersArePagesOrApis = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .haveSimpleNameEndingWith("Pages")
            .orShould()
            .haveSimpleNameEndingWith("Api")
            .orShould()
            .haveSimpleName("UnexpectedErrors")
            .because("whoever looks for an address looks at these files only");

    @ArchTest
    static final ArchRule queriesCarryNoExpressions = noClasses()
            .should()
            .callMethodWhere(describe(
                    "an expression is put into a query of the engine",
                    call -> call.getName().endsWith("Expression")
                            && call.getTargetOwner().isAssignableTo(Query.class)))
            .because("inside or() the engine runs them although both flags forbid it (CVE-2026-109432)");

    @ArchTest
    static final ArchRule theTablesOfTheEngineAreItsOwn = noClasses()
            .should()
            .callMethodWhere(describe(
                    "SQL is handed to the engine",
                    call -> call.getName().startsWith("createNative")
                            && call.getTargetOwner().getPackageName().startsWith("org.camunda.")))
            .because("native queries know the engine's tables, and are open to injection");

    @ArchTest
    static final ArchRule theEnginesDelegationIsNotUsed = noClasses()
            .should()
            .callMethodWhere(describe(
                    "a task is delegated by the engine",
                    call -> Set.of("delegateTask", "resolveTask").contains(call.getName())
                            && call.getTargetOwner().isAssignableTo(TaskService.class)))
            .because("the engine lets the owner complete a task that is delegated to somebody else");

    @ArchTest
    static final ArchRule variablesAreOfPlainTypes = noClasses()
            .should()
            .callMethodWhere(describe(
                    "an object is made a variable",
                    call -> Set.of("objectValue", "serializedObjectValue", "untypedValue", "fileValue")
                                    .contains(call.getName())
                            && call.getTargetOwner().getPackageName().startsWith("org.camunda.bpm.engine.variable")))
            .because("a fork renames the classes inside, and reading objects back can run code (engine guard 3)");

    private static DescribedPredicate<JavaClass> areRules() {
        return describe(
                "are words of core or rules",
                type -> !type.getSimpleName().equals("package-info")
                        && (type.getPackageName().equals("org.accord.core") || isRule(outermost(type))));
    }

    private static boolean isRule(JavaClass type) {
        return type.getName().startsWith(ROOT) && RULES.contains(type.getName().substring(ROOT.length()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
    }

    private static boolean isFacade(JavaClass type) {
        boolean data = type.isRecord()
                || type.isEnum()
                || type.isInterface()
                || type.isAnnotation()
                || type.isAssignableTo(Throwable.class);
        boolean inModule = type.getPackageName().matches("org\\.accord\\.[a-z]+");
        return inModule && !data && !type.isNestedClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean readsTheMachinesClock(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean now = call.getName().equals("now")
                && owner.getPackageName().startsWith("java.time")
                && call.getTarget().getRawParameterTypes().isEmpty();
        boolean clock = owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system");
        boolean millis = owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
        return now || clock || millis;
    }

    private static ArchCondition<JavaMethod> takeAnActor() {
        return new ArchCondition<>("take an Actor, or stand on the list of those for everybody") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String name = method.getOwner().getSimpleName() + "." + method.getName();
                boolean asks =
                        method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Actor.class));
                events.add(new SimpleConditionEvent(
                        method, asks || HANDLERS_FOR_EVERYBODY.contains(name), name + " takes no Actor"));
            }
        };
    }
}
