package org.accord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What another file does to what is held. */
class EffectsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
    private static final LocalDate SECOND_FILE = LocalDate.of(2026, 5, 4);
    private static final ProgrammeFile SHIPPED = ProgrammeFixture.shipped();

    private static Holding mandate(String user, String role, LocalDate from, @Nullable LocalDate until) {
        return new Holding(
                new Post(user, new LocalText(Map.of("en", user, "ru", user))),
                new Mandate(role, Scope.PROGRAMME, from, until));
    }

    private static ProgrammeFile file(Holding... holdings) {
        return file(List.of(), holdings);
    }

    private static ProgrammeFile file(List<Delegation> delegations, Holding... holdings) {
        return new ProgrammeFile(
                SHIPPED.code(),
                SHIPPED.name(),
                SHIPPED.languages(),
                SHIPPED.calendars(),
                SHIPPED.parties(),
                SHIPPED.work(),
                List.of(),
                List.of(holdings),
                delegations,
                SHIPPED.deadlines(),
                SHIPPED.notices());
    }

    private static Effects effects(ProgrammeFile before, ProgrammeFile after, Holding... held) {
        return new Effects(
                before, after, new Effects.Held(List.of(held), List.of(), Set.of(FIRST, SECOND_FILE)), TODAY);
    }

    @Test
    void aMandateThatGetsALastDayGoesOnUntilThen() {
        Holding held = mandate("head", "HOM", FIRST, null);
        LocalDate end = LocalDate.of(2027, 12, 31);
        Effects effects = effects(file(held), file(mandate("head", "HOM", FIRST, end)), held);
        assertThat(effects.ended()).containsExactly(held);
        assertThat(effects.granted()).containsExactly(mandate("head", "HOM", TODAY, end));
        assertThat(effects.faults()).isEmpty();
    }

    @Test
    void whatAFileGaveAFileTakesBack() {
        Holding written = mandate("press", "TRA", LocalDate.of(2026, 1, 1), null);
        Holding held = mandate("press", "TRA", SECOND_FILE, null);
        assertThat(effects(file(written), file(), held).ended()).containsExactly(held);
        Holding byHand = mandate("press", "TRA", LocalDate.of(2026, 8, 8), null);
        assertThat(effects(file(written), file(), byHand).ended())
                .as("given by hand")
                .isEmpty();
    }

    @Test
    void authorityThatAFileGaveAFileTakesBack() {
        Delegation written = new Delegation("chief", BigDecimal.valueOf(5_000), FIRST, null, "head");
        Delegation held = new Delegation("chief", BigDecimal.valueOf(5_000), SECOND_FILE, null, "head");
        Effects effects = new Effects(
                file(List.of(written)),
                file(List.of()),
                new Effects.Held(List.of(), List.of(held), Set.of(SECOND_FILE)),
                TODAY);
        assertThat(effects.revoked()).containsExactly(held);
        assertThat(effects.delegated()).isEmpty();
    }

    @Test
    void whatWasEndedByHandDoesNotComeBackWithAnEdit() {
        Holding written = mandate("head", "HOM", FIRST, null);
        Holding ended = mandate("head", "HOM", FIRST, LocalDate.of(2026, 5, 1));
        Holding edited = mandate("head", "HOM", LocalDate.of(2011, 1, 1), null);
        assertThat(effects(file(written), file(edited), ended).faults())
                .containsExactly(Violation.of("posts", "changedByHand", "head", "HOM"));
        assertThat(effects(file(written), file(ended), ended).faults())
                .as("the file says what holds")
                .isEmpty();
        assertThat(effects(file(written), file(), ended).ended()).isEmpty();
    }

    @Test
    void aMandateThatWasChangedByHandIsNotLeftOutSilently() {
        Holding written = mandate("head", "HOM", FIRST, null);
        Holding shortened = mandate("head", "HOM", FIRST, LocalDate.of(2027, 5, 1));
        assertThat(effects(file(written), file(), shortened).faults())
                .containsExactly(Violation.of("posts", "changedByHand", "head", "HOM"));
        assertThat(effects(file(written), file(shortened), shortened).faults()).isEmpty();
    }

    @Test
    void authorityThatOnlyBeginsAnotherDayIsNotLost() {
        Delegation first = new Delegation("chief", BigDecimal.valueOf(5_000), FIRST, null, "head");
        Delegation second = new Delegation("chief", BigDecimal.valueOf(5_000), FIRST.minusYears(1), null, "head");
        Delegation held = new Delegation("chief", BigDecimal.valueOf(5_000), TODAY, null, "head");
        Effects effects = new Effects(
                file(List.of(first)),
                file(List.of(second)),
                new Effects.Held(List.of(), List.of(held), Set.of(TODAY)),
                TODAY);
        assertThat(effects.revoked()).containsExactly(held);
        assertThat(effects.delegated()).containsExactly(held);
    }

    @Test
    void whatIsHeldAlreadyIsNotGivenTwice() {
        Holding held = mandate("press", "TRA", FIRST, null);
        assertThat(effects(file(), file(mandate("press", "TRA", TODAY, null)), held)
                        .granted())
                .isEmpty();
        Holding over = mandate("press", "TRA", FIRST, TODAY.minusDays(1));
        assertThat(effects(file(), file(over)).granted()).as("over already").isEmpty();
    }

    @Test
    void whoeverHoldsARoleThatChangesIsConcerned() {
        Holding head = mandate("head", "HOM", FIRST, null);
        Holding press = mandate("press", "TRA", FIRST, null);
        ProgrammeFile before = file(head, press);
        List<Role> roles = before.parties().roles().stream()
                .map(role -> role.code().equals("HOM")
                        ? new Role(
                                role.code(),
                                role.name(),
                                Set.of(),
                                role.scope(),
                                role.excludes(),
                                role.secretariat(),
                                role.oneState(),
                                role.personal())
                        : role)
                .toList();
        ProgrammeFile after = new ProgrammeFile(
                before.code(),
                before.name(),
                before.languages(),
                before.calendars(),
                new ProgrammeFile.Parties(
                        before.parties().states(),
                        before.parties().agencies(),
                        before.parties().organisations(),
                        roles),
                before.work(),
                before.posts(),
                before.holdings(),
                before.delegations(),
                before.deadlines(),
                before.notices());
        Effects effects = effects(before, after, head, press);
        assertThat(effects.changedRoles()).extracting(Role::code).containsExactly("HOM");
        assertThat(effects.holdersOfChangedRoles()).containsExactly("head");
        assertThat(effects(before, before, head, press).changedRoles()).isEmpty();
    }

    @Test
    void whoeverAdministersAndConfirmsWithoutAnEndIsCounted() {
        Holding administrator = mandate("administrator", "ADMIN", FIRST, null);
        Holding chief = mandate("chief", "CHIEF", FIRST, null);
        Holding passing = mandate("deputy", "ADMIN", FIRST, TODAY.plusDays(30));
        Effects effects = effects(file(), file(), administrator, chief, passing);
        assertThat(effects.administrators()).containsExactly("administrator");
        assertThat(effects.seconds()).containsExactly("administrator", "chief");
    }
}
