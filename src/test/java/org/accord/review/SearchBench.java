package org.accord.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.accord.process.Processes;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Measures the pages of the explorer; not part of the build. {@code ./mvnw test -Dtest=SearchBench
 * -Daccord.bench.search=10000000} prints the figures of {@code src/docs/record.md}. Nothing is sealed meanwhile, and the
 * sealer believes that it has sealed all, or it would count what waits.
 */
@AccordTest
@DirtiesContext
@EnabledIfSystemProperty(named = "accord.bench.search", matches = "[0-9]+")
class SearchBench {

    private static final int ENTRIES = Integer.getInteger("accord.bench.search", 0);
    private static final int TRIES = 100;
    private static final long SEALING = 0x5EA1_AC0DL;

    private static final String WORD = "translate(left(md5(%s), 8), '0123456789abcdef', 'абвгдежзиклмнопр')";

    private final List<Double> all = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Processes processes;

    @Test
    void measure() throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + SEALING + ")");
            withoutIndexes(this::fill);
            Browser auditor = Browser.signedIn(port, "auditor");
            for (int warmed = 0; warmed < TRIES; warmed++) {
                assertThat(auditor.get("/audit?lang=ru").status()).isEqualTo(200);
            }
            pages(auditor);
            statement.execute("select pg_advisory_unlock(" + SEALING + ")");
        }
    }

    private void pages(Browser auditor) {
        page(auditor, "the newest", number -> "");
        page(auditor, "a case of 1,000", number -> "case=BEN-2026-" + number * 7);
        page(auditor, "a person", number -> "actor=post-" + number);
        page(
                auditor,
                "a role",
                number -> "role=" + List.of("PM", "NFP", "CHU", "DON").get(number % 4));
        page(auditor, "an act and a State", number -> "action=bench.done" + number % 10 + "&state=KZ");
        page(auditor, "a day", number -> "from=" + day(number) + "&until=" + day(number));
        page(auditor, "a person in a month", number -> "actor=post-" + number + "&from=2027-03-01&until=2027-03-31");
        page(auditor, "a word in 300 entries", number -> "q=" + word(4_800 + number));
        page(auditor, "a word in 3,000 entries", number -> "q=" + word(450 + number));
        page(auditor, "two words", number -> "q=" + word(1_000 + number) + "+" + word(number));
        page(auditor, "a word in 300 entries, the rest alike", number -> "q=слово" + (4_800 + number));
        page(auditor, "a word in 3,000 entries, the rest alike", number -> "q=слово" + (450 + number));
        page(auditor, "a word in every tenth entry of those with words", number -> "q=слово1");
        page(auditor, "a word that Accord wrote in every fortieth entry", number -> "q=step" + (10 + number % 30));
        page(auditor, "two words, the rest alike", number -> "q=слово" + (1_000 + number) + "+слово" + number);
        page(auditor, "a number of a subject", number -> "q=subject-" + number * 99);
        page(auditor, "a page in the middle", number -> "after=" + (ENTRIES / 2 + number));
        print("all of these", all.stream().mapToDouble(one -> one).toArray());
    }

    /** A word that begins like no other, as {@link #fill} wrote it. */
    private String word(int number) {
        return jdbc.sql("select " + WORD.formatted(":number"))
                .param("number", String.valueOf(number))
                .query(String.class)
                .single();
    }

    private static String day(int number) {
        return "2027-%02d-%02d".formatted(1 + number % 4, 1 + number % 28);
    }

    private void withoutIndexes(Runnable work) {
        List<String> indexes = jdbc.sql("""
                        select indexdef from pg_indexes where schemaname = 'accord' and indexname not like '%pkey'
                            and tablename in ('audit_entry', 'audit_words')
                        """).query(String.class).list();
        indexes.forEach(index -> jdbc.sql("drop index accord." + index.replaceFirst("(?s)CREATE INDEX (\\S+) .*", "$1"))
                .update());
        work.run();
        long before = System.nanoTime();
        indexes.forEach(index -> jdbc.sql(index).update());
        jdbc.sql("vacuum analyze accord.audit_entry").update();
        jdbc.sql("vacuum analyze accord.audit_words").update();
        print("indexes made in %.0f s", seconds(before));
        for (String table : List.of("audit_entry", "audit_words")) {
            print(
                    "%s: %s",
                    table,
                    jdbc.sql("""
                            select 'table ' || pg_size_pretty(pg_table_size(:name::regclass)) || ', indexes '
                                || pg_size_pretty(pg_indexes_size(:name::regclass))
                            """)
                            .param("name", "accord." + table)
                            .query(String.class)
                            .single());
        }
    }

    /**
     * A second between two entries, all of them newer than what the measure itself leaves in the record; every fifth has eight words, of five thousand that are the rarer the later they come, and
     * as many that all begin alike.
     */
    private void fill() {
        jdbc.sql("""
                        insert into accord.audit_entry (at, actor_kind, actor, role, action, subject_type, subject_id, case_key,
                            state, audiences, details, salt, body)
                        select timestamptz '2027-01-01 00:00:00Z' + number * interval '1 second', 'PERSON',
                            'post-' || number % 97, (array['PM', 'NFP', 'CHU', 'DON'])[1 + number % 4],
                            'bench.done' || number % 10, 'bench', 'subject-' || number, 'BEN-2026-' || number / 1000,
                            (array['KZ', 'KG', 'TJ', 'TM', 'UZ'])[1 + number / 7 % 5], array['reader:all', 'reader:work'],
                            jsonb_build_object('number', number, 'element', 'prepareCostPlan', 'definition', :definition::text,
                                'way', 'step' || number % 40),
                            uuid_send(gen_random_uuid()), '{"action":"bench.done","authentication":"password","language":"ru"}'
                        from generate_series(1, :entries) as series (number)
                        """)
                .param("entries", ENTRIES)
                .param("definition", processes.newest("workshop").orElseThrow().id())
                .update();
        jdbc.sql("""
                        insert into accord.audit_words (entry, at, key, salt, value)
                        select index, at, 'reason', salt, to_jsonb((
                            select string_agg('слово' || number || ' ' || %s, ' ')
                            from (select floor(power(5000, random()))::text as number from generate_series(1, 8)
                                where index > 0) as word))
                        from accord.audit_entry where index %% 5 = 0 and subject_type = 'bench'
                        """.formatted(WORD.formatted("number"))).update();
        jdbc.sql("""
                        update accord.seal_progress
                        set (floor, txid, entry) = (select max(index), pg_current_xact_id(), max(index) from accord.audit_entry)
                        """).update();
        print("%,d entries written", ENTRIES);
    }

    private void page(Browser auditor, String what, IntFunction<String> query) {
        double[] millis = new double[TRIES];
        for (int number = 0; number < 3 * TRIES; number++) {
            long before = System.nanoTime();
            Answer answer = auditor.get("/audit?" + query.apply(number % TRIES));
            millis[number % TRIES] = seconds(before) * 1_000;
            assertThat(answer.status()).isEqualTo(200);
        }
        print(what, millis);
        all.addAll(Arrays.stream(millis).boxed().toList());
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        print("%s: median %.1f ms, p95 %.1f ms", what, millis[millis.length / 2], millis[millis.length * 95 / 100]);
    }

    private static double seconds(long before) {
        return (System.nanoTime() - before) / 1e9;
    }

    private static void print(String format, Object... args) {
        System.out.println("BENCH " + String.format(Locale.ROOT, format, args));
    }
}
