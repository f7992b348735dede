package org.accord.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.programme.Mandate;
import org.accord.programme.Role;
import org.accord.programme.Role.ScopeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandateRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final Map<String, Role> ROLES = Map.of(
            "PM", role("PM", ScopeKind.PROGRAMME, List.of("CERT")),
            "CERT", role("CERT", ScopeKind.PROGRAMME, List.of()),
            "NFP", role("NFP", ScopeKind.STATE, List.of()),
            "AGY", role("AGY", ScopeKind.AGENCY, List.of()),
            "DONOR", role("DONOR", ScopeKind.ORGANISATION, List.of()));

    private static Role role(String code, ScopeKind scope, List<String> excludes) {
        boolean oneState = scope == ScopeKind.STATE;
        return new Role(code, LocalText.english(code), Set.of(), scope, excludes, false, oneState, false);
    }

    private static Mandate mandate(String role, @Nullable String state, @Nullable String body, int from, int until) {
        return new Mandate(
                role,
                new Scope(state, body, null),
                TODAY.plusDays(from),
                until == Integer.MAX_VALUE ? null : TODAY.plusDays(until));
    }

    private static List<String> faults(Mandate asked, Mandate... held) {
        return codes(MandateRules.faults(asked, List.of(held), new MandateRules.World(TODAY, ROLES::get)));
    }

    private static List<String> codes(List<Violation> faults) {
        return faults.stream().map(fault -> fault.field() + ":" + fault.code()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "PM,,,",
        "PM,KZ,,state:roleHasNone",
        "PM,,EU,organisation:roleHasNone",
        "NFP,KZ,,",
        "NFP,,,state:roleNeeds",
        "AGY,KZ,mfa,",
        "AGY,KZ,,organisation:roleNeeds",
        "DONOR,,EU,",
        "DONOR,KZ,EU,state:roleHasNone",
        "XXX,,,role:notAnOption"
    })
    void aRoleIsHeldForWhatItsKindNames(
            String role, @Nullable String state, @Nullable String body, @Nullable String fault) {
        assertThat(faults(mandate(role, state, body, 0, Integer.MAX_VALUE)))
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void itBeginsTodayAtTheEarliestAndEndsNoSoonerThanItBegins() {
        assertThat(faults(mandate("PM", null, null, -1, 3))).containsExactly("from:tooEarly");
        assertThat(faults(mandate("PM", null, null, 3, 2))).containsExactly("until:untilBeforeFrom");
        assertThat(faults(mandate("PM", null, null, 3, 3))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-20, 4, true", "-20, 5, false", "9, 12, false", "10, 12, true"})
    void rolesThatExcludeEachOtherAreNotHeldOnOneDay(int from, int until, boolean fits) {
        Mandate asked = mandate("PM", null, null, 5, 9);
        assertThat(faults(asked, mandate("CERT", null, null, from, until)).isEmpty())
                .isEqualTo(fits);
        assertThat(faults(mandate("CERT", null, null, 5, 9), mandate("PM", null, null, from, until))
                        .isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void theSameIsNotHeldTwiceNorForTwoStates() {
        Mandate kazakhstan = mandate("NFP", "KZ", null, -90, Integer.MAX_VALUE);
        assertThat(faults(mandate("NFP", "KZ", null, 0, 5), kazakhstan)).containsExactly("role:heldAlready");
        assertThat(faults(mandate("NFP", "UZ", null, 0, 5), kazakhstan)).containsExactly("state:oneStateOnly");
        assertThat(faults(mandate("AGY", "UZ", "mfa", 0, 5), mandate("AGY", "KZ", "mfa", 0, 5)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-2, lastDay:tooEarly", "-1,", "0,", "29,", "30, lastDay:endsAnyway", "31, lastDay:endsAnyway"})
    void itEndsWithYesterdayAtTheEarliestAndNotLaterThanAnyway(int lastDay, @Nullable String fault) {
        var world = new MandateRules.World(TODAY, ROLES::get);
        assertThat(codes(MandateRules.faults(mandate("PM", null, null, -90, 30), TODAY.plusDays(lastDay), world)))
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }
}
