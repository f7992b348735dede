package org.accord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.accord.core.Scope;
import org.junit.jupiter.api.Test;

class HoldingTests {

    private static final LocalDate DAY = LocalDate.of(2011, 11, 30);

    private final List<Holding> shipped = ProgrammeFixture.shipped().holdings();
    private final List<Holding> small = ProgrammeFixture.small().holdings();

    @Test
    void aRoleForAStateIsHeldByThatStatesPostOnly() {
        assertThat(Holding.covering(in("NFP"), Scope.ofState("KZ"), DAY))
                .extracting(Post::userName)
                .containsExactly("focal-point.kz");
    }

    @Test
    void aRoleForAStateIsHeldByNobodyForTheWholeProgramme() {
        assertThat(Holding.covering(in("NFP"), Scope.PROGRAMME, DAY)).isEmpty();
    }

    @Test
    void aRoleForTheProgrammeCoversEveryPartOfIt() {
        assertThat(Holding.covering(in("EXP"), new Scope("KZ", null, "II"), DAY))
                .extracting(Post::userName)
                .containsExactly("expert.1", "expert.2");
    }

    @Test
    void anAgencyIsTheOrganisationWithinItsState() {
        assertThat(Holding.covering(in("AGY"), new Scope("TM", "SECURITY", null), DAY))
                .extracting(Post::userName)
                .containsExactly("agency.security.tm");
    }

    @Test
    void aDonorAnswersForItsOwnOrganisation() {
        assertThat(Holding.covering(in("DONOR"), new Scope(null, "NMFA", null), DAY))
                .extracting(Post::userName)
                .containsExactly("donor.no");
    }

    @Test
    void aMandateHoldsFromItsFirstDayToItsLast() {
        List<Holding> clerk = small.stream()
                .filter(holding -> holding.post().userName().equals("clerk"))
                .toList();

        assertThat(Holding.mandatesOn(clerk, LocalDate.of(2019, 12, 31))).isEmpty();
        assertThat(Holding.mandatesOn(clerk, LocalDate.of(2020, 1, 1)))
                .extracting(Mandate::role)
                .containsExactly("CLERK");
        assertThat(Holding.mandatesOn(clerk, LocalDate.of(2020, 12, 31)))
                .extracting(Mandate::role)
                .containsExactly("CLERK");
        assertThat(Holding.mandatesOn(clerk, LocalDate.of(2021, 1, 1)))
                .extracting(Mandate::role)
                .containsExactly("JUDGE");
        assertThat(Holding.mandatesOn(clerk, LocalDate.of(2099, 1, 1)))
                .extracting(Mandate::role)
                .containsExactly("JUDGE");
    }

    @Test
    void aPillarNarrowsAMandate() {
        assertThat(Holding.covering(small, new Scope("NO", null, "A"), LocalDate.of(2020, 6, 1)))
                .extracting(Post::userName)
                .contains("envoy");
        assertThat(Holding.covering(small, new Scope("NO", null, "B"), LocalDate.of(2020, 6, 1)))
                .extracting(Post::userName)
                .doesNotContain("envoy");
    }

    @Test
    void aPostCoversNothingBeforeAndAfterItsMandate() {
        List<Holding> clerk = small.stream()
                .filter(holding -> holding.mandate().role().equals("CLERK"))
                .toList();

        assertThat(Holding.covering(clerk, Scope.PROGRAMME, LocalDate.of(2020, 12, 31)))
                .hasSize(1);
        assertThat(Holding.covering(clerk, Scope.PROGRAMME, LocalDate.of(2021, 1, 1)))
                .isEmpty();
        assertThat(Holding.covering(clerk, Scope.PROGRAMME, LocalDate.of(2019, 12, 31)))
                .isEmpty();
    }

    private List<Holding> in(String role) {
        return shipped.stream()
                .filter(holding -> holding.mandate().role().equals(role))
                .toList();
    }
}
