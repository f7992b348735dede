package org.accord.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.accord.documents.SoundFiles;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.accord.testing.Multipart;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint that there is, as everybody: what is answered is what the table says, cell by cell. An endpoint without a row and a row
 * without an endpoint fail. The table is written anew with {@code -Daccord.matrix.write=true}, to be read before it is kept.
 */
@HttpTest
@DirtiesContext
@TestPropertySource(properties = "accord.test.alone=matrix")
class AuthorizationMatrixTests {

    private static final Path TABLE = Path.of("src", "test", "resources", "authorization", "matrix.csv");

    /** Whoever asks, by what they are to the case, which is Kazakhstan's. */
    private static final Map<String, String> WHO = who();

    private static final String TOMORROW = LocalDate.now(ZoneOffset.UTC).plusDays(2) + "T12:00";
    private static final String NONE = "00000000-0000-7000-8000-000000000001";

    private static final Pattern TAKES_FILES = Pattern.compile("/api/v1/.*/(documents|editions|languages)");

    private static final Map<String, String> FILE =
            Map.of("title", "Paper", "content", "issued", "language", "en", "kind", "corrigendum", "reason", "A test.");

    /** What is handed in where an empty form would be refused before anybody asks who hands it in. */
    private static final Map<String, Map<String, Object>> BODIES = Map.of(
            "/tasks/{id}/submit POST", Map.of("_version", 0),
            "/api/v1/cases POST", Map.of("process", "hearing"),
            "/api/v1/tasks/{id}/complete POST", Map.of("version", 0, "data", Map.of()),
            "/api/v1/audit/erasures POST", Map.of("entry", 1, "ground", "request", "reason", "A test."),
            "/api/v1/mandate-changes POST",
                    Map.of("userName", "translator", "role", "EXP", "from", "2098-01-01", "reason", "A test."),
            "/operations/clock POST", Map.of("moment", TOMORROW));

    private static final Map<String, String> QUERIES = Map.of(
            "/cases/{key}/texts/compare GET", "?from=1&to=2",
            "/api/v1/cases/{key}/texts/compare GET", "?from=1&to=2&lang=en",
            "/cases/{key}/submissions/compare GET", "?from=1&to=2",
            "/documents/{id}/compare GET", "?from=1&to=1");

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private static Map<String, String> who() {
        Map<String, String> who = new LinkedHashMap<>();
        who.put("anonymous", "");
        who.put("own State", "focal-point.kz");
        who.put("foreign State", "focal-point.kg");
        who.put("unassigned", "deputy.tj");
        who.put("substitute", "deputy.kz");
        who.put("expired substitute", "deputy.uz");
        who.put("disabled", "delegation.uz");
        who.put("programme manager", "programme-manager");
        who.put("expert", "expert.1");
        who.put("donor", "donor.eu");
        who.put("chief", "chief");
        who.put("auditor", "auditor");
        who.put("records officer", "records-officer");
        who.put("administrator", "administrator");
        return who;
    }

    @Test
    void everyCellIsWhatTheTableSays() throws IOException {
        List<String> endpoints = endpoints();
        Map<String, List<String>> found = new LinkedHashMap<>();
        endpoints.forEach(endpoint -> found.put(endpoint, new ArrayList<>()));
        substitution("S-NOW", "deputy.kz", LocalDate.of(2020, 1, 1), LocalDate.of(2090, 1, 1), true);
        substitution("S-PAST", "deputy.uz", LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1), true);
        for (Map.Entry<String, String> who : WHO.entrySet()) {
            Person person = new Person(who.getValue());
            Map<String, String> there = things();
            for (String endpoint : endpoints) {
                found.get(endpoint).add(person.answer(endpoint, there));
            }
        }
        List<String> lines = new ArrayList<>(List.of("endpoint;" + String.join(";", WHO.keySet())));
        found.forEach((endpoint, cells) -> lines.add(endpoint + ";" + String.join(";", cells)));
        if (Boolean.getBoolean("accord.matrix.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.write(TABLE, lines);
        }
        System.out.printf(
                "%d endpoints as %d: %d cells%n", endpoints.size(), WHO.size(), endpoints.size() * WHO.size());
        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    /** Method and pattern of each; what answers any method is asked with GET. */
    private List<String> endpoints() {
        TreeSet<String> all = new TreeSet<>();
        mapping.getHandlerMethods().keySet().forEach(info -> info.getPatternValues()
                .forEach(pattern -> {
                    if (info.getMethodsCondition().getMethods().isEmpty()) {
                        all.add(pattern + " GET");
                    }
                    info.getMethodsCondition().getMethods().forEach(method -> all.add(pattern + " " + method));
                }));
        return List.copyOf(all);
    }

    private void substitution(String id, String substitute, LocalDate from, LocalDate until, boolean approved) {
        jdbc.sql("""
                        insert into accord.substitution (id, principal, substitute, valid_from, valid_until, roles, processes,
                            status, proposed_by, proposed_at, decided_by, decided_at)
                        values (:id, 'focal-point.kz', :substitute, :from, :until, array['NFP'], '{}',
                            case when :approved then 'APPROVED' else 'PROPOSED' end, 'focal-point.kz', now(),
                            case when :approved then 'delegation.kz' end, case when :approved then now() end)
                        """)
                .param("id", id)
                .param("approved", approved)
                .param("substitute", substitute)
                .param("from", from)
                .param("until", until)
                .update();
    }

    /** What the variables of patterns stand for: things that are there, made anew for each who asks. */
    private Map<String, String> things() {
        Hearing hearing = Hearing.beforeStates(port);
        Map<String, String> there = new LinkedHashMap<>();
        there.put(
                "/tasks/{id}",
                hearing.task("focal-point.kz", "nationalPosition").path("id").asText());
        there.put("/documents/{id}", document(hearing.key()));
        there.put("{key}", hearing.key());
        there.put("{caseKey}", hearing.key());
        String proposed = "S-" + hearing.key();
        int year = 2100 + Integer.parseInt(hearing.key().replaceAll(".*-", "")) % 50;
        substitution(proposed, "deputy.kg", LocalDate.of(year, 1, 1), LocalDate.of(year, 2, 1), false);
        there.put("/substitutions/{id}", proposed);
        there.put("/absences/{id}", proposed);
        there.put("{index}", "1");
        there.put("/calendars/{code}", "kz");
        there.put("/initiatives/{code}", "II-01");
        there.put("{day}", "2090-12-31");
        there.put("{name}", "translator");
        there.put("{edition}", "1");
        there.put("{language}", "en");
        there.put("{kind}", "coverage");
        there.put("{kind:[a-z-]+}", "coverage");
        there.put("{key:[A-Za-z0-9_-]+}", "hearing");
        there.put("{month}", "2026-10");
        there.put("{act:confirm|refuse|withdraw}", "confirm");
        there.put("{act:propose|confirm|refuse|withdraw}", "confirm");
        there.put("{process}", "hearing");
        there.put("{version}", "1");
        there.put("**", "9/000");
        there.put("{id}", NONE);
        there.put("{mail}", NONE);
        return there;
    }

    private String document(String key) {
        Browser manager = Browser.signedIn(port, "programme-manager");
        manager.get("/cases/" + key + "/documents");
        Answer added = manager.upload(
                "/cases/" + key + "/documents",
                Multipart.file(
                        "paper.pdf",
                        SoundFiles.pdf("Paper of " + key),
                        Map.of("title", "Paper", "content", "issued", "language", "en")));
        assertThat(added.status()).as(added.body()).isEqualTo(302);
        return added.header("Location").replaceAll(".*/", "");
    }

    /** Somebody at the pages and at the API. */
    private final class Person {

        private final Browser browser;
        private final Caller caller;

        Person(String userName) {
            boolean known = !userName.isEmpty();
            browser = known ? Browser.signedIn(port, userName) : new Browser(port);
            caller = known ? Caller.as(port, userName) : Caller.nobody(port);
            browser.get(known ? "/account" : "/sign-in");
            if (userName.equals(WHO.get("disabled"))) {
                jdbc.sql("update accord.identity_account set enabled = false where name = :name")
                        .param("name", userName)
                        .update();
            }
        }

        /** What comes of it: {@code yes}, {@code no} (403), {@code hidden} (404) or {@code sign in}. */
        String answer(String endpoint, Map<String, String> there) {
            String path = there.entrySet().stream()
                    .reduce(
                            endpoint.replaceAll(" .*", ""),
                            (at, thing) -> at.replace(
                                    thing.getKey(), thing.getKey().replaceAll("\\{.*|\\*+", "") + thing.getValue()),
                            (one, other) -> one)
                    .replaceAll("\\{[^/]*}", "1");
            String method = endpoint.replaceAll(".* ", "");
            String asked = path + QUERIES.getOrDefault(endpoint, "");
            Map<String, Object> body = BODIES.getOrDefault(endpoint, Map.of());
            Answer answer = path.startsWith("/api/") ? ofApi(asked, method, body) : ofPage(asked, method, body);
            assertThat(answer.status()).as("%s: %s", endpoint, answer.body()).isLessThan(500);
            boolean toSignIn =
                    answer.status() == 302 && answer.header("Location").endsWith("/sign-in");
            return answer.status() == 401 || toSignIn
                    ? "sign in"
                    : answer.status() == 403 ? "no" : answer.status() == 404 ? "hidden" : "yes";
        }

        private Answer ofApi(String path, String method, Map<String, Object> body) {
            if (method.equals("POST") && TAKES_FILES.matcher(path).matches()) {
                return caller.upload(path, Multipart.file("a.pdf", new byte[] {1}, FILE));
            }
            return switch (method) {
                case "GET" -> caller.get(path);
                case "POST" -> caller.post(path, body);
                default -> caller.send(method, path, "{}");
            };
        }

        private Answer ofPage(String path, String method, Map<String, Object> body) {
            Map<String, String> fields = new LinkedHashMap<>();
            body.forEach((name, value) -> fields.put(name, value.toString()));
            return method.equals("GET") ? browser.get(path) : browser.post(path, fields);
        }
    }

    /** Nothing but these opens without signing in. */
    @Test
    void whatIsOpenToAnybodyIsKnown() throws IOException {
        List<String> open = Files.readAllLines(TABLE).stream()
                .skip(1)
                .filter(line -> !line.split(";")[1].equals("sign in"))
                .map(line -> line.split(";")[0])
                .collect(Collectors.toList());
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "/api/openapi.json GET",
                        "/calendar/feed/{secret}.ics GET",
                        "/error GET",
                        "/invitation/{secret} GET",
                        "/invitation/{secret} POST",
                        "/log/checkpoint GET",
                        "/log/key GET",
                        "/log/tile/** GET",
                        "/sign-in GET");
    }
}
