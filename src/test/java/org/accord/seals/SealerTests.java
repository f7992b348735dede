package org.accord.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Chromium;
import org.accord.testing.Visit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

@AccordTest
@DirtiesContext
class SealerTests {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired
    private Sealer sealer;

    @Autowired
    private SealStore store;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @LocalServerPort
    int port;

    @Value("${accord.seals.folder}")
    private Path folder;

    record Happened(Actor by, Subject about) implements DomainEvent {

        @Override
        public String action() {
            return "test.happened";
        }
    }

    @BeforeEach
    void sealWhatIsThere() {
        seal();
    }

    @AfterEach
    void putTheKeyBack() throws IOException {
        if (Files.exists(folder.resolve("key"))) {
            Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString("rw-------"));
        }
        Path kept = folder.resolve("kept");
        if (Files.exists(kept)) {
            Files.move(kept, folder.resolve("key"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private long happen(String what) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new Happened(Actor.system("test"), new Subject("test", what))));
        return jdbc.sql("select max(index) from accord.audit_entry where subject_type = 'test' and subject_id = :id")
                .param("id", what)
                .query(Long.class)
                .single();
    }

    @Test
    void everyEntryHasOneLeafInAnUnbrokenRow() {
        happen("one");
        happen("two");
        seal();

        assertUnbroken();
    }

    private void assertUnbroken() {
        assertThat(count("select count(*) from accord.seal_leaf"))
                .isEqualTo(count("select count(*) from accord.audit_entry"))
                .isEqualTo(count("select max(leaf) + 1 from accord.seal_leaf"))
                .isEqualTo(store.newest().orElseThrow().size());
    }

    @Test
    void nothingNewMakesNoCheckpoint() {
        long before = count("select count(*) from accord.seal_checkpoint");
        seal();

        assertThat(count("select count(*) from accord.seal_checkpoint")).isEqualTo(before);
    }

    @Test
    void anEntryOfARunningTransactionIsWaitedForAndNeverPassedOver() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (Slow slow = new Slow(written, finish)) {
            written.await();
            long later = happen("after-the-slow-one");
            sealer.sealAll();
            assertThat(store.leafOf(later)).isEmpty();

            finish.countDown();
            long slowEntry = slow.entry();
            seal();
            assertThat(store.leafOf(slowEntry)).isPresent();
            assertThat(store.leafOf(later).orElseThrow())
                    .isGreaterThan(store.leafOf(slowEntry).orElseThrow());
        }
    }

    @Test
    void aTransactionThatIsUndoneLeavesNoGap() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Happened(Actor.system("test"), new Subject("test", "undone")));
            status.setRollbackOnly();
        });
        happen("after-the-undone");
        seal();

        assertUnbroken();
    }

    @Test
    void severalSealersAtOnceGiveEachEntryOneLeaf() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        List<Future<?>> running = new ArrayList<>();
        for (int node = 0; node < 3; node++) {
            running.add(nodes.submit(() -> sealer.sealAll()));
            int number = node;
            running.add(nodes.submit(() -> {
                for (int entry = 0; entry < 20; entry++) {
                    happen("beside-" + number + "-" + entry);
                    sealer.sealAll();
                }
            }));
        }
        for (Future<?> one : running) {
            one.get(1, TimeUnit.MINUTES);
        }
        nodes.shutdown();
        seal();

        assertUnbroken();
    }

    @Test
    void theCheckpointIsSignedByTheKeyAndLiesOutsideTheDatabase() {
        happen("signed");
        seal();
        SealStore.Signed newest = store.newest().orElseThrow();
        SignedNote note = SignedNote.parse(newest.note());

        assertThat(Checkpoint.parse(note.text()))
                .satisfies(head -> assertThat(head.origin()).isEqualTo("localhost/accord/demo"))
                .satisfies(head -> assertThat(head.size()).isEqualTo(newest.size()));
        assertThat(VerifierKey.parse(sealer.verifiers().get(0))
                        .verifies(note.text(), note.lines().get(0)))
                .isTrue();
        assertThat(new CheckpointFolder(folder).newest()).contains(newest.note());
    }

    @Test
    void aMissingKeyStopsTheSealAndNotTheWork() throws IOException {
        Files.move(folder.resolve("key"), folder.resolve("kept"));

        long entry = happen("without-a-key");

        assertStopped("keyMissing");
        assertThat(store.leafOf(entry)).isEmpty();
        assertThat(Files.exists(folder.resolve("key"))).isFalse();
        putTheKeyBack();
        seal();
        assertThat(store.leafOf(entry)).isPresent();
    }

    @Test
    void aKeyThatOthersMayReadIsNotUsed() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString("rw-r-----"));
        happen("key-open");
        assertStopped("keyOpen");
        Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString("rw-------"));
        seal();
    }

    @Test
    void aKeyThatIsNoneOrAnotherLogsIsNotUsed() throws IOException {
        Files.copy(folder.resolve("key"), folder.resolve("kept"));
        Files.writeString(folder.resolve("key"), "PRIVATE+KEY+nonsense");
        happen("wrong-key");
        assertStopped("keyBroken");
        Files.writeString(
                folder.resolve("key"), LogKey.random("somewhere.else/log").written());
        assertStopped("keyOfAnotherLog");
        Files.writeString(
                folder.resolve("key"), LogKey.random("localhost/accord/demo").written());
        assertStopped("keyUnknown");
    }

    @Test
    void afterTheKeyWasExchangedTheLogGoesOnAndTheOldKeyStillVerifies() {
        String before = sealer.verifiers().get(0);
        long last = store.newest().orElseThrow().size();
        SignedNote old = SignedNote.parse(store.newest().orElseThrow().note());
        new KeyFile(folder, "localhost/accord/demo").exchange(last);
        happen("with-the-new-key");
        seal();

        assertThat(sealer.verifiers())
                .hasSizeGreaterThan(1)
                .contains(before + " " + last)
                .doesNotContain(before)
                .doesNotHaveDuplicates();
        KnownKey former = KnownKey.parse(before + " " + last);
        assertThat(former.signed(old, last)).isTrue();
        assertThat(former.signed(old, last + 1))
                .as("beyond its last size it counts no more")
                .isFalse();
        SignedNote note = SignedNote.parse(store.newest().orElseThrow().note());
        assertThat(VerifierKey.parse(sealer.verifiers().get(0))
                        .verifies(note.text(), note.lines().get(0)))
                .isTrue();
    }

    @Test
    void anOperatorExchangesTheKeyAndThatIsRecorded() {
        String before = sealer.verifiers().get(0);
        Browser operator = Browser.signedIn(port, "administrator");
        assertThat(operator.get("/operations/sealing?lang=en").body()).contains("Make a new key");
        assertThat(operator.post("/operations/sealing/key", Map.of()).status()).isEqualTo(302);

        assertThat(sealer.verifiers().get(0)).isNotEqualTo(before);
        assertThat(operator.get("/operations/sealing?lang=en").body())
                .contains(sealer.verifiers().get(0), before, "what is signed now", "checkpoints of at most");
        assertThat(jdbc.sql("select count(*) from accord.audit_entry where action = 'record.keyExchanged'")
                        .query(Long.class)
                        .single())
                .isPositive();
        Browser chair = Browser.signedIn(port, "chair");
        assertThat(chair.get("/account").status()).isEqualTo(200);
        Answer refused = chair.post("/operations/sealing/key", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("Make a new key");
        assertThat(Browser.signedIn(port, "auditor").get("/operations/sealing").status())
                .isEqualTo(403);
    }

    @Test
    void theOperatorReadsWhySealingStoppedAndWhatToDo() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString("rw-r--r--"));
        happen("waits-while-the-key-is-open");
        sealer.run();
        Browser operator = Browser.signedIn(port, "administrator");
        assertThat(operator.get("/operations/sealing?lang=en").body())
                .contains("Sealing has stopped", "rw-r--r--", "The keys cannot be read.");
        assertThat(operator.get("/operations/sealing?lang=ru").body()).contains("доступен не только владельцу");
        assertThat(operator.get("/operations?lang=en").body()).contains("no seals are set");
        Answer refused = operator.post("/operations/sealing/key", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("keyOpen");
        try (Chromium chromium = Chromium.launch()) {
            Visit.as(chromium, port, "administrator", "ru", 360, false)
                    .open("/operations/sealing")
                    .looksRight("sealing-stopped");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void ofOldCheckpointsTheLastOfEachHourIsKept() throws IOException {
        for (String what : List.of("one", "two", "three")) {
            happen("thinned-" + what);
            seal();
        }
        long newest = store.newest().orElseThrow().size();
        List<Long> before = sizes();
        jdbc.sql("""
                        update accord.seal_checkpoint set signed_at = date_trunc('hour', clock_timestamp()) - interval '2 days'
                            + size * interval '1 millisecond'
                        """).update();
        for (Path file : copies()) {
            Files.setLastModifiedTime(
                    file, FileTime.from(Instant.parse("2026-01-01T10:00:00Z").plusMillis(file.hashCode() & 0xFFFF)));
        }
        sealer.thin();

        assertThat(before).hasSizeGreaterThan(2);
        assertThat(sizes()).containsExactly(newest);
        assertThat(copies()).singleElement().satisfies(copy -> assertThat(
                        Long.parseLong(copy.getFileName().toString()))
                .isEqualTo(newest));
    }

    private List<Long> sizes() {
        return jdbc.sql("select size from accord.seal_checkpoint order by size")
                .query(Long.class)
                .list();
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{20}"))
                    .toList();
        }
    }

    @Test
    void aTreeThatIsNotAsItWasSignedIsNotBuiltUpon() {
        Tile last =
                store.tile(0, store.newest().orElseThrow().size() / Tile.WIDTH).orElseThrow();
        byte[] changed = last.hashes().clone();
        changed[0] ^= 1;
        store.keep(new Tile(0, last.number(), changed));
        happen("after-the-tile-was-changed");
        assertStopped("treeIsNotAsSigned");
        store.keep(last);
        seal();
    }

    @Test
    void aDatabaseOlderThanTheCopyOutsideIsNotSealed() throws IOException {
        Path outside = folder.resolve("checkpoints").resolve("00000000000000999999");
        LogKey key = LogKey.parse(Files.readString(folder.resolve("key")));
        String text = new Checkpoint(key.name(), 999_999, new byte[32]).text();
        Files.writeString(outside, new SignedNote(text, List.of(key.sign(text))).written());
        happen("older");
        assertStopped("databaseIsOlder");
        Files.delete(outside);
        seal();
    }

    @Test
    void transactionsAreOrderedAsNumbersAlsoWhereTheyGetADigitMore() {
        seal();
        long floor = count("select max(index) from accord.audit_entry");
        List<Long> entries = transaction.execute(status -> {
            jdbc.sql("alter table accord.audit_entry disable trigger audit_entry_no_change")
                    .update();
            jdbc.sql("update accord.seal_progress set floor = :floor, txid = '7', entry = 0")
                    .param("floor", floor)
                    .update();
            List<Long> made = new ArrayList<>();
            for (String number : List.of("9", "10", "99", "100")) {
                events.publishEvent(new Happened(Actor.system("test"), new Subject("test", number)));
                long entry = count("select max(index) from accord.audit_entry");
                jdbc.sql("update accord.audit_entry set txid = :number::xid8 where index = :entry")
                        .param("number", number)
                        .param("entry", entry)
                        .update();
                made.add(entry);
            }
            jdbc.sql("alter table accord.audit_entry enable trigger audit_entry_no_change")
                    .update();
            return made;
        });
        seal();
        happen("after-them");
        seal();

        assertThat(entries)
                .extracting(entry -> store.leafOf(entry).orElseThrow())
                .isSorted();
        assertUnbroken();
    }

    @Test
    void afterADumpWasRestoredNothingIsLostThoughTransactionsAreCountedAnew() {
        long left = happen("left-by-the-other-cluster");
        jdbc.sql("alter table accord.audit_entry disable trigger audit_entry_no_change")
                .update();
        jdbc.sql("update accord.audit_entry set txid = '9000000000' where index = :index")
                .param("index", left)
                .update();
        jdbc.sql("alter table accord.audit_entry enable trigger audit_entry_no_change")
                .update();
        jdbc.sql("update accord.seal_progress set txid = '8000000000'").update();
        seal();
        happen("after-the-restore");
        seal();

        assertUnbroken();
    }

    /** Other databases of the server may have transactions that hold the seal up for a moment. */
    private void seal() {
        Awaitility.await().atMost(LONGEST).until(() -> {
            sealer.sealAll();
            return count("select count(*) from accord.seal_leaf") == count("select count(*) from accord.audit_entry");
        });
    }

    private void assertStopped(String code) {
        Awaitility.await().atMost(LONGEST).untilAsserted(() -> assertThatExceptionOfType(SealingStopped.class)
                .isThrownBy(sealer::sealAll)
                .satisfies(stopped -> assertThat(stopped.code()).isEqualTo(code)));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Writes an entry and keeps its transaction open. */
    private final class Slow implements AutoCloseable {

        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Future<?> running;

        Slow(CountDownLatch written, CountDownLatch finish) {
            running = thread.submit(() -> transaction.executeWithoutResult(status -> {
                events.publishEvent(new Happened(Actor.system("test"), new Subject("test", "slow")));
                written.countDown();
                awaitUninterrupted(finish);
            }));
        }

        long entry() throws Exception {
            running.get(1, TimeUnit.MINUTES);
            return count("select index from accord.audit_entry where subject_id = 'slow'");
        }

        private static void awaitUninterrupted(CountDownLatch latch) {
            try {
                latch.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            thread.shutdown();
        }
    }
}
