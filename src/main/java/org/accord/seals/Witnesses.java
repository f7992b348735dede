package org.accord.seals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks witnesses to cosign the newest checkpoint, as C2SP tlog-witness describes it. A witness that is away or refuses holds
 * nothing up: the checkpoint is then not witnessed, and says so.
 */
@Component
class Witnesses {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int INCONSISTENT = 422;

    private final SealStore store;
    private final List<SealsProperties.Witness> witnesses;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AtomicReference<@Nullable Contradiction> contradiction = new AtomicReference<>();
    private final Map<URI, Long> known = new ConcurrentHashMap<>();

    Witnesses(SealStore store, SealsProperties properties) {
        this.store = store;
        this.witnesses = properties.witnesses();
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT10S")
    void ask() {
        try {
            store.newest().ifPresent(newest -> witnesses.stream()
                    .filter(witness -> !has(newest, witness))
                    .forEach(witness -> ask(witness, newest)));
        } catch (DataAccessException e) {
            LOG.warn("The witnesses could not be asked for now: {}", e.getMessage());
        }
    }

    private static boolean has(SealStore.Signed newest, SealsProperties.Witness witness) {
        VerifierKey key = VerifierKey.parse(witness.key());
        SignedNote note = SignedNote.parse(newest.published());
        return note.lines().stream().anyMatch(line -> key.verifies(note.text(), line));
    }

    private void ask(SealsProperties.Witness witness, SealStore.Signed newest) {
        try {
            HttpResponse<String> answer = send(witness, newest, known.getOrDefault(witness.url(), 0L));
            if (answer.statusCode() == CONFLICT) {
                long seen = Long.parseLong(answer.body().strip());
                if (seen > newest.size()) {
                    contradicted(new Contradiction(witness.url(), seen, newest.size()));
                    return;
                }
                answer = send(witness, newest, seen);
            }
            if (answer.statusCode() == OK) {
                keep(witness, newest, answer.body());
            } else if (answer.statusCode() == INCONSISTENT || answer.statusCode() == CONFLICT) {
                contradicted(new Contradiction(witness.url(), null, newest.size()));
            } else {
                LOG.warn(
                        "The witness {} did not cosign size {}: status {}",
                        witness.url(),
                        newest.size(),
                        answer.statusCode());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The witness {} did not cosign size {}: {}", witness.url(), newest.size(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Another history, seen by a witness.
     *
     * @param seen the size that it has seen, if that is larger than there is; absent if what it has seen is no beginning
     */
    record Contradiction(URI witness, @Nullable Long seen, long size) {}

    private void contradicted(Contradiction found) {
        LOG.error("A WITNESS CONTRADICTS THE RECORD: {}", found);
        contradiction.set(found);
    }

    /** That a witness has seen another history, if one has; it stays until Accord is started anew. */
    Optional<Contradiction> contradiction() {
        return Optional.ofNullable(contradiction.get());
    }

    private HttpResponse<String> send(SealsProperties.Witness witness, SealStore.Signed newest, long older)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("old ").append(older).append('\n');
        new MerkleTree(new StoredNodes(store)).consistency(older, newest.size()).forEach(hash -> body.append(
                        Base64.getEncoder().encodeToString(hash))
                .append('\n'));
        body.append('\n').append(newest.note());
        HttpRequest request = HttpRequest.newBuilder(URI.create(witness.url() + "/add-checkpoint"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Only a line that is the witness's own signature of this checkpoint is kept. */
    private void keep(SealsProperties.Witness witness, SealStore.Signed newest, String answer) {
        VerifierKey key = VerifierKey.parse(witness.key());
        String text = SignedNote.parse(newest.note()).text();
        Optional<SignedNote.Line> cosignature = answer.lines()
                .filter(line -> !line.isBlank())
                .map(SignedNote.Line::parse)
                .filter(line -> key.verifies(text, line))
                .findFirst();
        if (cosignature.isEmpty()) {
            LOG.warn("The witness {} answered with a signature that is not its own", witness.url());
            return;
        }
        store.keepCosignature(newest.size(), cosignature.get().written());
        known.put(witness.url(), newest.size());
    }
}
