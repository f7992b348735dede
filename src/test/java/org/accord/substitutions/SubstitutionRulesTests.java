package org.accord.substitutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accord.access.Right;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.programme.Mandate;
import org.accord.programme.Role;
import org.accord.substitutions.Substitution.Standing;
import org.accord.substitutions.Substitution.Status;
import org.accord.substitutions.Substitution.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubstitutionRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Map<String, Role> ROLES = Map.of(
            "NFP", role("NFP", List.of(), true, false),
            "CHIEF", role("CHIEF", List.of(), false, false),
            "PM", role("PM", List.of("CERT"), false, false),
            "CERT", role("CERT", List.of(), false, true),
            "AUD", role("AUD", List.of("NFP", "CHIEF", "PM", "CERT"), false, false));

    private final List<Mandate> principals = new ArrayList<>(List.of(mandate("CHIEF", null)));
    private final List<Mandate> substitutes = new ArrayList<>();
    private final List<Substitution> others = new ArrayList<>();

    private static Role role(String code, List<String> excludes, boolean oneState, boolean personal) {
        return new Role(
                code,
                LocalText.english(code),
                Set.of(Right.WORK),
                oneState ? Role.ScopeKind.STATE : Role.ScopeKind.PROGRAMME,
                excludes,
                false,
                oneState,
                personal);
    }

    private static Mandate mandate(String role, String state) {
        return new Mandate(role, Scope.ofState(state), LocalDate.of(2010, 1, 1), null);
    }

    private static Terms terms(int from, int until) {
        return terms("chief", "deputy", from, until, "CHIEF");
    }

    /** Days are counted from today, which is 0. */
    private static Terms terms(String principal, String substitute, int from, int until, String... roles) {
        return new Terms(
                principal, substitute, TODAY.plusDays(from), TODAY.plusDays(until), Set.of(roles), null, Set.of());
    }

    private static Terms narrowed(Terms terms, String state, String... processes) {
        return new Terms(
                terms.principal(),
                terms.substitute(),
                terms.from(),
                terms.until(),
                terms.roles(),
                state,
                Set.of(processes));
    }

    private static Substitution agreed(Status status, Terms terms) {
        return new Substitution(
                "SUB-2026-009",
                terms,
                Scope.PROGRAMME,
                status,
                terms.principal(),
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null);
    }

    private SubstitutionRules.Facts facts() {
        return new SubstitutionRules.Facts(
                TODAY,
                name -> Set.of("chief", "deputy", "other").contains(name) ? Optional.of(name) : Optional.empty(),
                code -> Optional.ofNullable(ROLES.get(code)),
                principals,
                substitutes,
                others,
                Set.of("workshop", "adoption"));
    }

    private List<String> faults(Terms terms) {
        return told(SubstitutionRules.faults(terms, facts()));
    }

    private static List<String> told(List<Violation> faults) {
        return faults.stream().map(fault -> fault.field() + ":" + fault.code()).toList();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,1", "0,365", "1,366", "100,200"})
    void fromTodayOnAnyTimeUpToAYearMayBeAgreed(int from, int until) {
        assertThat(faults(terms(from, until))).isEmpty();
    }

    @Test
    void itMayLastThreeHundredAndSixtySixDaysAndNotOneMore() {
        assertThat(faults(terms(0, 365))).isEmpty();
        assertThat(faults(terms(0, 366))).containsExactly("until:substitutionTooLong");
        assertThat(SubstitutionRules.faults(terms(0, 366), facts()).get(0).args())
                .containsExactly(366, 367L);
    }

    @Test
    void itBeginsBeforeItEnds() {
        assertThat(faults(terms(5, 4))).containsExactly("until:untilBeforeFrom");
    }

    @Test
    void itDoesNotBeginInThePast() {
        assertThat(faults(terms(-1, 4))).containsExactly("from:substitutionInThePast");
        assertThat(SubstitutionRules.faults(terms(-1, 4), facts()).get(0).args())
                .containsExactly(TODAY.minusDays(1), TODAY);
    }

    @Test
    void whatHasBegunMayStillBeApprovedUntilItIsOver() {
        assertThat(told(SubstitutionRules.faultsWhenApproved(terms(-3, 0), facts())))
                .isEmpty();
        assertThat(told(SubstitutionRules.faultsWhenApproved(terms(-3, -1), facts())))
                .containsExactly("until:substitutionInThePast");
    }

    @Test
    void whatIsNoLongerTrueWhenItIsApprovedIsRefusedThen() {
        substitutes.add(mandate("AUD", null));
        assertThat(told(SubstitutionRules.faultsWhenApproved(terms(-3, 0), facts())))
                .containsExactly("substitute:substituteExcluded");
    }

    @Test
    void nobodyStandsInForThemselves() {
        assertThat(faults(terms("chief", "chief", 0, 1, "CHIEF"))).containsExactly("substitute:substituteIsPrincipal");
    }

    @Test
    void bothPostsExist() {
        assertThat(faults(terms("nobody", "noone", 0, 1, "CHIEF")))
                .containsExactly("principal:noSuchPost", "substitute:noSuchPost");
    }

    @Test
    void aRoleIsThePrincipalsOwnOnSomeDayOfThatTime() {
        assertThat(faults(terms("chief", "deputy", 0, 1, "CHIEF", "PM"))).containsExactly("roles:roleNotHeld");
        principals.add(new Mandate("PM", Scope.PROGRAMME, TODAY.plusDays(5), TODAY.plusDays(6)));
        assertThat(faults(terms("chief", "deputy", 0, 4, "PM"))).containsExactly("roles:roleNotHeld");
        assertThat(faults(terms("chief", "deputy", 0, 5, "PM"))).isEmpty();
        assertThat(faults(terms("chief", "deputy", 7, 8, "PM"))).containsExactly("roles:roleNotHeld");
    }

    @Test
    void somethingIsSubstituted() {
        assertThat(faults(terms("chief", "deputy", 0, 1))).contains("roles:noRoleToSubstitute");
    }

    @Test
    void aPersonalRoleIsNeverSubstituted() {
        principals.add(mandate("CERT", null));
        assertThat(faults(terms("chief", "deputy", 0, 1, "CERT"))).containsExactly("roles:roleIsPersonal");
        assertThat(SubstitutionRules.usable(principals, TODAY, TODAY, facts())).containsExactly("CHIEF");
    }

    @Test
    void anAuditorStandsInForNobodyWhoActs() {
        substitutes.add(mandate("AUD", null));
        assertThat(faults(terms(0, 1))).containsExactly("substitute:substituteExcluded");
    }

    @Test
    void aProgrammeManagerDoesNotCertify() {
        principals.set(0, mandate("CERT", null));
        substitutes.add(mandate("PM", null));
        assertThat(faults(terms("chief", "deputy", 0, 1, "CERT")))
                .containsExactly("roles:roleIsPersonal", "substitute:substituteExcluded");
    }

    @Test
    void anExcludedRoleMattersOnlyWhileItIsHeld() {
        substitutes.add(new Mandate("AUD", Scope.PROGRAMME, LocalDate.of(2010, 1, 1), TODAY.minusDays(1)));
        assertThat(faults(terms(0, 1))).isEmpty();
        substitutes.add(new Mandate("AUD", Scope.PROGRAMME, TODAY.plusDays(2), null));
        assertThat(faults(terms(0, 1))).isEmpty();
        assertThat(faults(terms(0, 2))).containsExactly("substitute:substituteExcluded");
    }

    @ParameterizedTest
    @CsvSource({"KZ,KG,true", "KZ,KZ,false"})
    void aFocalPointStandsInForTheSameStateOnly(String own, String other, boolean refused) {
        principals.set(0, mandate("NFP", own));
        substitutes.add(mandate("NFP", other));
        List<String> faults = faults(terms("chief", "deputy", 0, 1, "NFP"));
        assertThat(faults.contains("substitute:substituteExcluded")).isEqualTo(refused);
    }

    @Test
    void aStateThatNothingIsHeldForNarrowsItToNothing() {
        principals.set(0, mandate("NFP", "KZ"));
        Terms wide = terms("chief", "deputy", 0, 1, "NFP");
        assertThat(faults(narrowed(wide, "KZ"))).isEmpty();
        assertThat(faults(narrowed(wide, "KG"))).containsExactly("state:stateNotHeld");
        assertThat(faults(narrowed(terms(0, 1), "KZ"))).contains("roles:roleNotHeld");
    }

    @Test
    void whatIsHeldForTheWholeProgrammeIsNotNarrowedToAState() {
        assertThat(faults(narrowed(terms(0, 1), "KZ"))).containsExactly("state:stateNotHeld");
    }

    @Test
    void aProcessThatDoesNotExistIsNoChoice() {
        assertThat(faults(narrowed(terms(0, 1), null, "workshop"))).isEmpty();
        assertThat(faults(narrowed(terms(0, 1), null, "workshop", "wedding"))).containsExactly("processes:notAnOption");
    }

    @ParameterizedTest
    @CsvSource({"0,9,false", "0,10,true", "15,16,true", "20,25,true", "21,25,false", "0,30,true"})
    void whoIsAwayStandsInForNobodyMeanwhile(int from, int until, boolean refused) {
        others.add(agreed(Status.APPROVED, terms("deputy", "other", 10, 20, "PM")));
        assertThat(faults(terms(from, until)).contains("substitute:substituteIsAway"))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"0,9,false", "0,10,true", "20,25,true", "21,25,false"})
    void whoStandsInIsNotAwayMeanwhile(int from, int until, boolean refused) {
        others.add(agreed(Status.PROPOSED, terms("other", "chief", 10, 20, "PM")));
        assertThat(faults(terms(from, until)).contains("principal:principalIsSubstitute"))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void onlyWhatIsProposedOrApprovedCounts(Status status) {
        others.add(agreed(status, terms("deputy", "other", 0, 20, "PM")));
        boolean counts = status == Status.PROPOSED || status == Status.APPROVED;
        assertThat(faults(terms(0, 1)).isEmpty()).isEqualTo(!counts);
    }

    @Test
    void twoSubstitutesDoNotShareTheSameWork() {
        others.add(agreed(Status.APPROVED, terms("chief", "other", 10, 20, "CHIEF")));
        assertThat(faults(terms(0, 9))).isEmpty();
        assertThat(faults(terms(21, 30))).isEmpty();
        assertThat(faults(terms(20, 30))).containsExactly("from:substitutionOverlaps");
    }

    @Test
    void twoSubstitutesMayShareTheTimeButNotTheRolesStatesAndProcesses() {
        principals.add(mandate("PM", null));
        Terms other = terms("chief", "other", 0, 20, "CHIEF");
        others.add(agreed(Status.APPROVED, narrowed(other, null, "workshop")));
        assertThat(faults(terms("chief", "deputy", 0, 1, "PM"))).isEmpty();
        assertThat(faults(narrowed(terms(0, 1), null, "adoption"))).isEmpty();
        assertThat(faults(narrowed(terms(0, 1), null, "adoption", "workshop")))
                .containsExactly("from:substitutionOverlaps");
        assertThat(faults(terms(0, 1))).containsExactly("from:substitutionOverlaps");
    }

    @Test
    void substitutesForDifferentStatesDoNotOverlap() {
        Terms one = terms("chief", "other", 0, 20, "CHIEF");
        assertThat(narrowed(one, "KZ").overlapsInScope(narrowed(one, "KG"))).isFalse();
        assertThat(narrowed(one, "KZ").overlapsInScope(narrowed(one, "KZ"))).isTrue();
        assertThat(narrowed(one, "KZ").overlapsInScope(one)).isTrue();
    }

    @Test
    void onePostMayStandInForSeveral() {
        others.add(agreed(Status.APPROVED, terms("other", "deputy", 0, 20, "PM")));
        assertThat(faults(terms(0, 1))).isEmpty();
    }

    @Test
    void itConcernsOneStateIfAllThatIsUsedIsForIt() {
        principals.set(0, mandate("NFP", "KZ"));
        Terms ofKazakhstan = terms("chief", "deputy", 0, 1, "NFP", "CHIEF");
        assertThat(SubstitutionRules.reach(ofKazakhstan, principals)).isEqualTo(Scope.ofState("KZ"));
        principals.add(mandate("CHIEF", null));
        assertThat(SubstitutionRules.reach(ofKazakhstan, principals)).isEqualTo(Scope.PROGRAMME);
    }

    @Test
    void whatIsUsedLastsNoLongerThanTheSubstitutionAndTheMandate() {
        principals.set(0, new Mandate("CHIEF", Scope.PROGRAMME, LocalDate.of(2010, 1, 1), TODAY.plusDays(3)));
        assertThat(SubstitutionRules.takenWithin(terms(1, 9), principals))
                .containsExactly(new Mandate("CHIEF", Scope.PROGRAMME, TODAY.plusDays(1), TODAY.plusDays(3)));
        assertThat(SubstitutionRules.takenWithin(terms(4, 9), principals)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,2,TO_COME", "0,2,IN_FORCE", "-2,0,IN_FORCE", "-2,-1,OVER"})
    void itEndsByItself(int from, int until, Standing standing) {
        assertThat(agreed(Status.APPROVED, terms(from, until)).standing(TODAY)).isEqualTo(standing);
    }

    @Test
    void everyRuleBrokenIsTold() {
        substitutes.add(mandate("AUD", null));
        others.add(agreed(Status.PROPOSED, terms("deputy", "other", 0, 20, "PM")));
        others.add(agreed(Status.PROPOSED, terms("chief", "other", 0, 20, "CHIEF")));
        assertThat(faults(narrowed(terms("chief", "deputy", 0, 1, "CHIEF", "CERT"), null, "wedding")))
                .containsExactly(
                        "roles:roleNotHeld",
                        "roles:roleIsPersonal",
                        "processes:notAnOption",
                        "substitute:substituteExcluded",
                        "substitute:substituteIsAway",
                        "from:substitutionOverlaps");
    }
}
