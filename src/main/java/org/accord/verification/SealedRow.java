package org.accord.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry as it lies in the database now: what was sealed of it, and the columns that are searched and shown. */
final class SealedRow {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Numbers are equal by their value; everything else as it is. */
    private static final Comparator<JsonNode> ALIKE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("actor_kind", "/actor/kind"),
            Map.entry("actor", "/actor/name"),
            Map.entry("role", "/capacity/role"),
            Map.entry("role_state", "/capacity/scope/state"),
            Map.entry("role_organisation", "/capacity/scope/organisation"),
            Map.entry("role_pillar", "/capacity/scope/pillar"),
            Map.entry("on_behalf_of", "/capacity/onBehalfOf"),
            Map.entry("action", "/action"),
            Map.entry("subject_type", "/subject/type"),
            Map.entry("subject_id", "/subject/id"),
            Map.entry("case_key", "/case"),
            Map.entry("state", "/scope/state"),
            Map.entry("organisation", "/scope/organisation"),
            Map.entry("pillar", "/scope/pillar"));

    private final ResultSet row;
    private final String body;

    private SealedRow(ResultSet row, String body) {
        this.row = row;
        this.body = body;
    }

    /** Empty if the entry is not there. */
    static Optional<SealedRow> of(ResultSet row) throws SQLException {
        String body = row.getString("body");
        return body == null ? Optional.empty() : Optional.of(new SealedRow(row, body));
    }

    byte[] leafHash() throws SQLException {
        return leafHash(row.getLong("index"), row.getBytes("salt"), body);
    }

    static byte[] leafHash(long entry, byte[] salt, String body) {
        String commitment = HexFormat.of().formatHex(Hashes.sha256(salt, Hashes.bytes(body)));
        return Hashes.leaf(Hashes.bytes("{\"commitment\":\"" + commitment + "\",\"entry\":" + entry + ",\"v\":1}"));
    }

    /** The first column that is not what the sealed body says; empty if all are. */
    Optional<String> wrongColumn() throws SQLException {
        JsonNode said = json(body);
        for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
            JsonNode there = said.at(column.getValue());
            if (!Objects.equals(row.getString(column.getKey()), there.isMissingNode() ? null : there.asText())) {
                return Optional.of(column.getKey());
            }
        }
        if (!row.getObject("at", OffsetDateTime.class)
                .toInstant()
                .toString()
                .equals(said.path("at").asText())) {
            return Optional.of("at");
        }
        List<String> audiences = new ArrayList<>();
        said.path("audiences").forEach(audience -> audiences.add(audience.asText()));
        if (!audiences.equals(Arrays.asList((String[]) row.getArray("audiences").getArray()))) {
            return Optional.of("audiences");
        }
        return said.path("details").equals(ALIKE, json(row.getString("details")))
                ? Optional.empty()
                : Optional.of("details");
    }

    /**
     * The first key of the entry whose words are not those that were sealed.
     *
     * @param erased the keys whose words the record says were erased
     */
    Optional<String> wrongWords(Set<String> erased) throws SQLException {
        return wrongWords(body, json(Objects.requireNonNullElse(row.getString("words"), "{}")), erased);
    }

    /**
     * The first key of the entry whose words are not those that were sealed.
     *
     * @param erased the keys whose words may be missing
     */
    static Optional<String> wrongWords(String body, JsonNode words, Set<String> erased) {
        JsonNode details = json(body).path("details");
        Optional<String> surplus = words.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !details.path(key).has("commitment"))
                .findFirst();
        return surplus.or(() -> details.properties().stream()
                .filter(detail -> detail.getValue().has("commitment"))
                .filter(detail -> !(erased.contains(detail.getKey()) && isErased(words.path(detail.getKey()))))
                .filter(detail -> !isWord(
                        detail.getKey(), detail.getValue().path("commitment").asText(), words.path(detail.getKey())))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    private static boolean isErased(JsonNode word) {
        return word.path("value").isNull() && word.path("salt").asText("").isEmpty();
    }

    private static boolean isWord(String key, String commitment, JsonNode word) {
        String written = "{" + JsonText.of(key) + ":" + JsonText.canonical(word.path("value")) + "}";
        byte[] salt = HexFormat.of().parseHex(word.path("salt").asText(""));
        return commitment.equals(HexFormat.of().formatHex(Hashes.sha256(salt, Hashes.bytes(written))));
    }

    static JsonNode json(@Nullable String text) {
        try {
            return JSON.readTree(text == null ? "null" : text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
