package org.accord.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.accord.audit.AuditLog;
import org.accord.core.Actor;
import org.accord.core.Subject;
import org.accord.testing.AccordTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

@AccordTest
@DirtiesContext
class WitnessTests {

    @Autowired
    private Sealer sealer;

    @Autowired
    private SealStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private AuditLog log;

    @Autowired
    private JdbcClient jdbc;

    private SmallWitness witness;
    private Witnesses witnesses;

    @BeforeEach
    void startAWitness() throws IOException {
        witness = new SmallWitness();
        witnesses = asking(witness.url(), witness.key());
        grow();
    }

    @AfterEach
    void stopIt() {
        witness.close();
    }

    private Witnesses asking(URI url, String key) {
        return new Witnesses(store, properties(url, key));
    }

    private static SealsProperties properties(URI url, String key) {
        return new SealsProperties(Path.of("unused"), "unused", List.of(new SealsProperties.Witness(url, key)));
    }

    private void grow() {
        transaction.executeWithoutResult(status ->
                events.publishEvent(new SealerTests.Happened(Actor.system("test"), new Subject("test", "witnessed"))));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            sealer.sealAll();
            return store.waiting(store.progress()) == 0;
        });
    }

    private SealStore.Signed newest() {
        return store.newest().orElseThrow();
    }

    @Test
    void aWitnessCosignsEachCheckpointAfterTheOneBefore() {
        witnesses.ask();
        assertThat(newest().published()).contains("\u2014 witness.test ");
        grow();
        assertThat(newest().published()).doesNotContain("witness.test");
        witnesses.ask();

        assertThat(newest().published()).contains("\u2014 witness.test ");
        assertThat(witness.newest().size()).isEqualTo(newest().size());
    }

    @Test
    void askingAgainAddsNothing() {
        witnesses.ask();
        String once = newest().published();
        witnesses.ask();
        asking(witness.url(), witness.key()).ask();

        assertThat(newest().published()).isEqualTo(once);
    }

    @Test
    void afterAStartTheWitnessSaysHowFarItIs() {
        witnesses.ask();
        grow();
        asking(witness.url(), witness.key()).ask();

        assertThat(newest().published()).contains("witness.test");
    }

    @Test
    void aWitnessThatIsAwayRefusesOrLiesHoldsNothingUp() {
        asking(URI.create("http://127.0.0.1:1"), witness.key()).ask();
        witness.refuse(true);
        witnesses.ask();
        witness.refuse(false);
        witness.lie(true);
        witnesses.ask();
        assertThat(newest().published()).doesNotContain("witness.test");

        witness.lie(false);
        grow();
        witnesses.ask();
        assertThat(newest().published()).contains("witness.test");
    }

    @Test
    void aCosignatureOfAnotherKeyIsNotKept() throws IOException {
        try (SmallWitness other = new SmallWitness()) {
            asking(witness.url(), other.key()).ask();
        }

        assertThat(newest().published()).doesNotContain("witness.test");
    }

    @Test
    void aProofLeadsToTheWitnessedCheckpointWhileThereIsOne() {
        Seals seals = new Seals(store, log, sealer, properties(witness.url(), witness.key()));
        long first = newestEntry();
        assertThat(seals.witnesses(seals.proofOf(first))).isEmpty();
        witnesses.ask();
        long witnessed = newest().size();
        grow();

        assertThat(seals.proofOf(first).treeSize()).isEqualTo(witnessed);
        assertThat(seals.witnesses(seals.proofOf(first))).containsExactly("witness.test");
        assertThat(seals.proofOf(newestEntry()).treeSize()).isEqualTo(newest().size());
        assertThat(seals.witnesses(seals.proofOf(newestEntry()))).isEmpty();
    }

    private long newestEntry() {
        return jdbc.sql("select max(index) from accord.audit_entry")
                .query(Long.class)
                .single();
    }

    @Test
    void aWitnessThatHasSeenMoreContradictsAndTheHealthIsRed() {
        grow();
        witnesses.ask();
        assertThat(witnesses.contradiction()).isEmpty();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from accord.seal_checkpoint where size = :size")
                    .param("size", newest().size())
                    .update();
            asksAndIsContradicted();
            status.setRollbackOnly();
        });
    }

    private void asksAndIsContradicted() {
        Witnesses asking = asking(witness.url(), witness.key());
        asking.ask();
        assertThat(asking.contradiction()).hasValueSatisfying(found -> assertThat(found.seen())
                .isEqualTo(witness.newest().size()));
        Health health = new RecordHealth(sealer, asking).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsKey("witness");
    }

    @Test
    void aRewrittenLogIsRefusedByTheWitnessWhoeverSignedIt() {
        witnesses.ask();
        Checkpoint before = witness.newest();
        byte[] other = before.root().clone();
        other[0] ^= 1;

        assertThat(Consistency.holds(before, new Checkpoint(before.origin(), before.size(), other), List.of()))
                .isFalse();
        assertThat(witness.newestNote()).contains(before.text());
    }
}
