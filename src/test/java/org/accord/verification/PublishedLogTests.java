package org.accord.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is published, checked as anybody can from outside. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedLogTests {

    private static final HexFormat HEX = HexFormat.of();

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    private Hearing hearing;

    @BeforeAll
    void somethingHappens() {
        hearing = Hearing.withPaper(port);
        Sealing.finished(jdbc);
    }

    private Head checkpoint() {
        return Head.parse(new Browser(port).get("/log/checkpoint").body()).orElseThrow();
    }

    private List<String> keys() {
        return new Browser(port).get("/log/key").body().lines().toList();
    }

    @Test
    void theCheckpointIsSignedByTheKeyOfADemonstration() {
        Head head = checkpoint();

        assertThat(head.origin()).endsWith("/demo");
        assertThat(head.isSignedBy(keys())).isTrue();
        assertThat(new Head(
                                head.origin(),
                                head.size() + 1,
                                head.root(),
                                head.text().replace(" ", ""),
                                head.signatures())
                        .isSignedBy(List.of("x+00000000+AAAA")))
                .isFalse();
    }

    @Test
    void theTilesAndTheLeavesMakeTheTreeOfTheCheckpoint() {
        Head head = checkpoint();
        GrowingRoot ofTiles = new GrowingRoot();
        GrowingRoot ofLeaves = new GrowingRoot();
        for (long tile = 0; tile * 256 < head.size(); tile++) {
            int width = (int) Math.min(256, head.size() - tile * 256);
            String path = String.format("%03d", tile) + (width < 256 ? ".p/" + width : "");
            byte[] hashes = new Browser(port).bytes("/log/tile/0/" + path);
            assertThat(hashes).hasSize(width * 32);
            for (int place = 0; place < width; place++) {
                ofTiles.add(Arrays.copyOfRange(hashes, place * 32, (place + 1) * 32));
            }
            leaves(new Browser(port).bytes("/log/tile/entries/" + path))
                    .forEach(leaf -> ofLeaves.add(Hashes.leaf(leaf)));
        }

        assertThat(ofTiles.root()).isEqualTo(head.root());
        assertThat(ofLeaves.root()).isEqualTo(head.root());
    }

    private static List<byte[]> leaves(byte[] bundle) {
        List<byte[]> leaves = new ArrayList<>();
        for (int at = 0; at < bundle.length; ) {
            int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
            byte[] leaf = Arrays.copyOfRange(bundle, at + 2, at + 2 + length);
            assertThat(new String(leaf, StandardCharsets.UTF_8))
                    .matches("\\{\"commitment\":\"[0-9a-f]{64}\",\"entry\":[0-9]+,\"v\":1}");
            leaves.add(leaf);
            at += 2 + length;
        }
        return leaves;
    }

    private JsonNode newest(String userName) {
        return Caller.as(port, "auditor")
                .get("/api/v1/audit/entries?actor=" + userName + "&case=" + hearing.key())
                .items()
                .get(0);
    }

    @Test
    void theProofOfAnEntryLeadsFromWhatWasSealedToTheCheckpoint() {
        JsonNode entry = newest("programme-manager");
        JsonNode proof = Caller.as(port, "auditor")
                .get("/api/v1/audit/entries/" + entry.path("index").asLong() + "/proof")
                .json();
        Head head = Head.parse(proof.path("checkpoint").asText()).orElseThrow();
        byte[] hash = SealedRow.leafHash(
                entry.path("index").asLong(),
                HEX.parseHex(proof.path("salt").asText()),
                proof.path("body").asText());

        assertThat(head.isSignedBy(keys())).isTrue();
        assertThat(HEX.formatHex(hash)).isEqualTo(proof.path("leafHash").asText());
        assertThat(ProofCheck.includes(hash, proof.path("leaf").asLong(), head.size(), head.root(), path(proof)))
                .isTrue();
        assertThat(SealedRow.json(proof.path("body").asText()).path("action").asText())
                .isEqualTo(entry.path("action").asText());
        assertThat(SealedRow.json(proof.path("body").asText()).path("language").asText())
                .isEqualTo("en");
    }

    private static List<byte[]> path(JsonNode proof) {
        return StreamSupport.stream(proof.path("path").spliterator(), false)
                .map(node -> HEX.parseHex(node.asText()))
                .toList();
    }

    @Test
    void theTreeOfAnEarlierCheckpointIsTheBeginningOfALaterOne() {
        Head earlier = checkpoint();
        somethingHappens();
        Head later = checkpoint();
        JsonNode proof = Caller.as(port, "auditor")
                .get("/api/v1/audit/consistency?from=" + earlier.size() + "&to=" + later.size())
                .json();

        assertThat(later.size()).isGreaterThan(earlier.size());
        assertThat(ProofCheck.extendsTree(earlier.size(), earlier.root(), later.size(), later.root(), path(proof)))
                .isTrue();
    }

    @Test
    void theFileOfAProofIsInTheFormatOfTheWitnesses() {
        long index = newest("programme-manager").path("index").asLong();
        Answer file = Browser.signedIn(port, "auditor").get("/audit/entries/" + index + "/proof");
        List<String> lines = file.body().lines().toList();
        int end = lines.indexOf("");
        List<byte[]> path =
                lines.subList(3, end).stream().map(Base64.getDecoder()::decode).toList();
        Head head = Head.parse(String.join("\n", lines.subList(end + 1, lines.size())) + "\n")
                .orElseThrow();

        assertThat(file.header("Content-Disposition")).contains("entry-" + index + ".tlog-proof");
        assertThat(lines.get(0)).isEqualTo("c2sp.org/tlog-proof@v1");
        byte[] leaf = Base64.getDecoder().decode(lines.get(1).substring("extra ".length()));
        assertThat(ProofCheck.includes(
                        Hashes.leaf(leaf),
                        Long.parseLong(lines.get(2).substring("index ".length())),
                        head.size(),
                        head.root(),
                        path))
                .isTrue();
    }

    @Test
    void whoeverActedHasTheirReceiptAndNobodyElses() {
        long index = newest("programme-manager").path("index").asLong();
        String page = "/audit/entries/" + index;

        assertThat(Browser.signedIn(port, "programme-manager").get(page).body())
                .contains("Hash of the leaf", "Not yet witnessed");
        assertThat(Browser.signedIn(port, "auditor").get(page + "?lang=ru").body())
                .contains("Хеш листа");
        for (String other : List.of("chair", "focal-point.kz", "administrator")) {
            assertThat(Browser.signedIn(port, other).get(page).status()).isEqualTo(404);
            assertThat(Caller.as(port, other).get("/api/v1" + page + "/proof").code())
                    .isEqualTo("noSuchEntry");
        }
    }

    @Test
    void thatSomebodyElsesEntryWasReadIsRecorded() {
        long index = newest("programme-manager").path("index").asLong();
        Caller.as(port, "auditor").get("/api/v1/audit/entries/" + index + "/proof");

        assertThat(Caller.as(port, "auditor")
                        .get("/api/v1/audit/entries?action=record.read&limit=20")
                        .items())
                .anyMatch(line -> line.path("subject").asText().equals("entry:" + index));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0/",
                "0/1",
                "0/0001",
                "0/x001",
                "0/000/001",
                "0/x000/001",
                "00/000",
                "-1/000",
                "9/000",
                "entries/abc",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/-1",
                "0/000.p/",
                "0/x999/x999/x999/x999/x999/x999/999",
                "x/000"
            })
    void anAddressThatIsNoTilesIsRefusedInWords(String path) {
        Answer refused = new Browser(port).get("/log/tile/" + path);

        assertThat(refused.status()).isIn(404, 422);
        assertThat(refused.body()).contains("<h1");
    }

    @Test
    void aTileThatIsNotThereYetIsNotFound() {
        assertThat(new Browser(port).get("/log/tile/0/x999/999").status()).isEqualTo(404);
        assertThat(new Browser(port).get("/log/tile/5/000").status()).isEqualTo(404);
        assertThat(new Browser(port).get("/log/tile/entries/x999/999").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "entries/999999999/proof,404,noSuchEntry",
        "entries/-1/proof,404,noSuchEntry",
        "entries/x/proof,400,malformed",
        "consistency?from=0&to=999999999,422,invalid",
        "consistency?from=2&to=1,422,invalid",
        "consistency?from=-1&to=1,422,invalid",
        "consistency?from=1,400,malformed"
    })
    void aProofOfWhatTheTreeHasNotIsRefused(String path, int status, String code) {
        Answer refused = Caller.as(port, "auditor").get("/api/v1/audit/" + path);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void anAuditorVerifiesFromThePageAndNobodyElse() {
        Browser auditor = Browser.signedIn(port, "auditor");
        auditor.get("/audit/verification");
        assertThat(auditor.post("/audit/verification", Map.of()).status()).isIn(200, 302);

        assertThat(auditor.get("/audit/verification?lang=en").body()).contains("The record is what was sealed.");
        assertThat(auditor.get("/audit/verification?lang=ru").body()).contains("Журнал совпадает");
        assertThat(Browser.signedIn(port, "chair").get("/audit/verification").status())
                .isEqualTo(403);
    }
}
