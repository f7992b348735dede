package org.accord.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.accord.access.Right;
import org.accord.core.LocalText;
import org.junit.jupiter.api.Test;

class ShippedProgrammeTests {

    private final ProgrammeFile file = ProgrammeFixture.shipped();

    @Test
    void itHasTheFiveStatesOfTheRegion() {
        assertThat(file.parties().states())
                .filteredOn(State::participates)
                .extracting(State::code)
                .containsExactly("KZ", "KG", "TJ", "TM", "UZ");
        assertThat(file.parties().states())
                .filteredOn(state -> state.group() == State.Group.REGION)
                .hasSize(5);
    }

    @Test
    void norwayIsNotFalse() {
        assertThat(file.parties().states()).extracting(State::code).contains("NO");
    }

    @Test
    void itsInitiativesAreFlaggedByHowFarTheyAreDocumented() {
        assertThat(file.work().initiatives()).hasSize(25);
        assertThat(flagged(Initiative.Flag.REAL)).isEqualTo(17);
        assertThat(flagged(Initiative.Flag.TOPIC)).isEqualTo(2);
        assertThat(flagged(Initiative.Flag.ILLUSTRATIVE)).isEqualTo(6);
    }

    @Test
    void everyDocumentedInitiativeHasASource() {
        assertThat(file.work().initiatives())
                .filteredOn(initiative -> initiative.flag() != Initiative.Flag.ILLUSTRATIVE)
                .allSatisfy(initiative -> assertThat(initiative.source()).isNotBlank());
    }

    @Test
    void itKeepsTheGatheringsInTheirOrder() {
        assertThat(file.work().gatherings())
                .extracting(Gathering::code)
                .containsSubsequence("EM1", "EM2", "EM3", "HLM", "RC", "HLD", "TAS2022")
                .containsSubsequence("WS1", "WS2", "WS3", "WS4", "WS5", "AST2018", "ASG2018", "SAM2019");
        assertThat(gathering("EM1").pillars()).containsExactly("I", "IV");
        assertThat(gathering("EM1").host()).isEqualTo("SK");
        assertThat(gathering("EM2").participants()).isEqualTo(61);
        assertThat(gathering("WS3").from()).hasYear(2015);
        assertThat(gathering("WS3").sourceNote()).isNotNull();
    }

    @Test
    void whoAdoptedIsAFactOfTheInstrument() {
        Instrument plan = file.work().instruments().get(0);

        assertThat(plan.type()).isEqualTo(Instrument.Type.PLAN);
        assertThat(plan.adoptedBy()).containsExactly("KZ", "KG", "TJ", "TM");
        assertThat(plan.observedBy()).containsExactly("UZ");
    }

    @Test
    void aRenamedOrganisationPointsToItsSuccessor() {
        assertThat(file.parties().organisations())
                .filteredOn(organisation -> organisation.successor() != null)
                .extracting(Organisation::code, Organisation::successor)
                .containsExactlyInAnyOrder(tuple("CTITF", "UNOCT"), tuple("DPA", "DPPA"));
    }

    @Test
    void itHasEveryDemoAccount() {
        Stream<String> perState = Stream.of("kz", "kg", "tj", "tm", "uz").flatMap(state -> Stream.of(
                        "focal-point.",
                        "agency.mfa.",
                        "agency.security.",
                        "agency.prosecutor.",
                        "agency.interior.",
                        "delegation.",
                        "deputy.")
                .map(post -> post + state));
        Stream<String> others = Stream.of(
                "programme-manager",
                "political-officer",
                "chief",
                "deputy-chief",
                "head-of-mission",
                "certifying-officer",
                "approving-officer",
                "donor.eu",
                "donor.no",
                "expert.1",
                "expert.2",
                "consultant",
                "translator",
                "reviser",
                "chair",
                "host",
                "me-officer",
                "records-officer",
                "auditor",
                "administrator");

        assertThat(file.posts())
                .extracting(Post::userName)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(perState, others).toList());
    }

    @Test
    void everyRoleIsHeldByAPost() {
        List<String> held = file.holdings().stream()
                .map(holding -> holding.mandate().role())
                .distinct()
                .toList();

        assertThat(file.parties().roles()).hasSize(20).extracting(Role::code).containsExactlyInAnyOrderElementsOf(held);
    }

    @Test
    void theAuditorMayReadAllAndDoNothing() {
        Role auditor = file.parties().roles().stream()
                .filter(role -> role.code().equals("AUD"))
                .findFirst()
                .orElseThrow();

        assertThat(auditor.may(Right.READ_ALL)).isTrue();
        assertThat(auditor.may(Right.WORK)).isFalse();
        assertThat(auditor.excludes()).hasSize(19);
    }

    @Test
    void itKnowsEveryDeadlineOfTheModels() {
        assertThat(file.deadlines().keySet())
                .containsExactly(
                        "conceptNote",
                        "donorAnswer",
                        "toTranslation",
                        "invitationsOut",
                        "documentsOut",
                        "nominationsDue",
                        "nominationsOverdue",
                        "seatReleased",
                        "travelNames",
                        "hostAgreement",
                        "readiness",
                        "meetingDay",
                        "lastDay",
                        "notesDue",
                        "draftReport",
                        "reportIssued",
                        "financialStatement",
                        "levelThreeSurvey",
                        "approval",
                        "ballot",
                        "chairDecision",
                        "comments",
                        "clearance",
                        "clearanceOverdue",
                        "agencyOpinion",
                        "settleDifferences",
                        "translation",
                        "parityCheck",
                        "politicalCheck",
                        "donorNoObjection",
                        "proposalLapses",
                        "review",
                        "routine",
                        "evidence",
                        "yearly");
    }

    @Test
    void itsPillarsBearTheirOfficialNames() {
        LocalText fourth = file.work().pillars().get(3).name();

        assertThat(fourth.in(Locale.ENGLISH)).startsWith("Measures to ensure respect for human rights for all");
        assertThat(fourth.in(Locale.forLanguageTag("ru"))).startsWith("Меры по обеспечению всеобщего уважения");
    }

    private long flagged(Initiative.Flag flag) {
        return file.work().initiatives().stream()
                .filter(initiative -> initiative.flag() == flag)
                .count();
    }

    private Gathering gathering(String code) {
        return file.work().gatherings().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
