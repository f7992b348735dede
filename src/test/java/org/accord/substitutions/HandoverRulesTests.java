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
import org.accord.programme.Mandate;
import org.accord.programme.Role;
import org.junit.jupiter.api.Test;

class HandoverRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Map<String, Role> ROLES = Map.of(
            "NFP", role("NFP", true, false, List.of()),
            "CERT", role("CERT", false, true, List.of()),
            "AUD", role("AUD", false, false, List.of("NFP", "CERT")));

    private final List<Mandate> holders = new ArrayList<>(List.of(mandate("NFP", "KZ", null)));
    private final List<Mandate> successors = new ArrayList<>();
    private final List<Handover> open = new ArrayList<>();

    private static Role role(String code, boolean oneState, boolean personal, List<String> excludes) {
        Role.ScopeKind kind = oneState ? Role.ScopeKind.STATE : Role.ScopeKind.PROGRAMME;
        return new Role(code, LocalText.english(code), Set.of(Right.WORK), kind, excludes, false, oneState, personal);
    }

    private static Mandate mandate(String role, String state, LocalDate until) {
        return new Mandate(role, Scope.ofState(state), LocalDate.of(2010, 1, 1), until);
    }

    private static Handover handover(String from, String to, Handover.Status status) {
        return new Handover("HND-2026-007", from, to, status, from, Instant.EPOCH, false, null, null, null, null);
    }

    private List<String> faults(String from, String to, boolean appointed) {
        HandoverRules.Facts facts = new HandoverRules.Facts(
                TODAY,
                name -> Set.of("one", "two").contains(name) ? Optional.of(name) : Optional.empty(),
                code -> Optional.ofNullable(ROLES.get(code)),
                holders,
                successors,
                open,
                appointed);
        return HandoverRules.faults(from, to, facts).stream()
                .map(fault -> fault.field() + ":" + fault.code())
                .toList();
    }

    @Test
    void aPostGoesToAnotherThatMayHoldIt() {
        assertThat(faults("one", "two", false)).isEmpty();
    }

    @Test
    void aPostDoesNotGoToItself() {
        assertThat(faults("one", "one", false)).containsExactly("to:successorIsHolder");
    }

    @Test
    void bothPostsExist() {
        assertThat(faults("none", "noone", true)).containsExactly("from:noSuchPost", "to:noSuchPost");
    }

    @Test
    void aPostThatHoldsNothingAnyMoreHasNothingToHandOver() {
        holders.set(0, mandate("NFP", "KZ", TODAY.minusDays(1)));
        assertThat(faults("one", "two", false)).containsExactly("from:nothingToHandOver");
        holders.set(0, mandate("NFP", "KZ", TODAY));
        assertThat(faults("one", "two", false)).isEmpty();
    }

    @Test
    void theNextHolderHoldsNothingThatIsExcludedNowOrLater() {
        successors.add(new Mandate("AUD", Scope.PROGRAMME, TODAY.plusDays(100), null));
        assertThat(faults("one", "two", false)).containsExactly("to:successorExcluded");
        successors.set(0, mandate("AUD", null, TODAY.minusDays(1)));
        assertThat(faults("one", "two", false)).isEmpty();
        successors.set(0, mandate("NFP", "KG", null));
        assertThat(faults("one", "two", false)).containsExactly("to:successorExcluded");
    }

    @Test
    void aPersonalRoleGoesToWhomeverAnAdministratorNames() {
        holders.set(0, mandate("CERT", null, null));
        assertThat(faults("one", "two", false)).containsExactly("from:roleIsAppointed");
        assertThat(faults("one", "two", true)).isEmpty();
    }

    @Test
    void onePostIsHandedOverOnceAtATime() {
        open.add(handover("one", "two", Handover.Status.PROPOSED));
        assertThat(faults("one", "two", false)).containsExactly("from:handoverOpen");
        open.set(0, handover("one", "two", Handover.Status.WITHDRAWN));
        assertThat(faults("one", "two", false)).isEmpty();
    }

    @Test
    void eachOfTheTwoAgreesOnce() {
        Handover proposed = handover("one", "two", Handover.Status.PROPOSED).confirmed("one", Instant.EPOCH);
        assertThat(proposed.waitsFor("one")).isFalse();
        assertThat(proposed.waitsFor("two")).isTrue();
        assertThat(proposed.waitsFor("three")).isFalse();
        assertThat(proposed.isAgreed()).isFalse();
        assertThat(proposed.confirmed("three", Instant.EPOCH)).isEqualTo(proposed);
        assertThat(proposed.confirmed("two", Instant.EPOCH).isAgreed()).isTrue();
        assertThat(proposed.closed(Handover.Status.WITHDRAWN, "one", Instant.EPOCH)
                        .waitsFor("two"))
                .isFalse();
    }
}
