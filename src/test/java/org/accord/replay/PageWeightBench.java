package org.accord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.accord.testing.Chromium;
import org.accord.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.test.context.TestPropertySource;

/**
 * Measures what pages weigh and how soon they stand on a slow link; not part of the build. {@code ./mvnw test
 * -Dtest=PageWeightBench -Daccord.bench.pages=true} prints the figures of {@code src/docs/usability.md}. The link has 400 kbit/s each
 * way and 400 ms, the processor a quarter of its speed, the window 412 px; over plain HTTP/1.1 on this machine, in Russian.
 */
@TestPropertySource(properties = "accord.history=classpath:programmes/jpoa-central-asia-history.yaml")
@EnabledIfSystemProperty(named = "accord.bench.pages", matches = "true")
class PageWeightBench extends PlayedTests {

    private static final int TRIES = 5;
    private static final double BYTES_PER_SECOND = 50_000;
    private static final double LATENCY_MILLIS = 400;
    private static final String PAINT = """
            () => new Promise(told => new PerformanceObserver(
                list => told(list.getEntries().at(-1).startTime)).observe({type: 'largest-contentful-paint', buffered: true}))
            """;

    private record Figures(
            double firstKilobytes, int requests, double againKilobytes, double paint, double paintAgain) {}

    @Test
    void measure() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("inbox", "/?view=all");
        pages.put(
                "task",
                "/tasks/" + one("select min(task_id) from accord.task_inbox where status = 'OPEN' and role = 'PM'"));
        pages.put("case", "/cases/" + one("select min(case_key) from accord.case_file where process_key = 'workshop'"));
        pages.put("board", "/board");
        pages.put("reports", "/reports");
        try (Chromium chromium = Chromium.launch()) {
            pages.forEach((name, address) -> {
                Figures[] tries = new Figures[TRIES];
                for (int number = 0; number < TRIES; number++) {
                    tries[number] = look(chromium, address);
                }
                print(name, tries);
            });
        }
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private Figures look(Chromium chromium, String address) {
        Page page =
                Visit.as(chromium, port, "programme-manager", "ru", 412, true).page();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.navigate("about:blank");
        CDPSession tools = page.context().newCDPSession(page);
        Traffic traffic = new Traffic(tools);
        tools.send("Network.clearBrowserCache");
        slow(tools);
        double paint = open(page, address);
        double first = traffic.kilobytes();
        int requests = traffic.requests();
        traffic.forget();
        page.navigate("about:blank");
        double again = open(page, address);
        Figures figures = new Figures(first, requests, traffic.kilobytes(), paint, again);
        page.context().close();
        return figures;
    }

    private static double open(Page page, String address) {
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Object painted = page.evaluate(PAINT);
        assertThat(painted).isInstanceOf(Number.class);
        return ((Number) painted).doubleValue() / 1_000;
    }

    private static void slow(CDPSession tools) {
        JsonObject link = new JsonObject();
        link.addProperty("offline", false);
        link.addProperty("latency", LATENCY_MILLIS);
        link.addProperty("downloadThroughput", BYTES_PER_SECOND);
        link.addProperty("uploadThroughput", BYTES_PER_SECOND);
        tools.send("Network.emulateNetworkConditions", link);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", 4);
        tools.send("Emulation.setCPUThrottlingRate", processor);
    }

    /** What goes over the link, headers included. */
    private static final class Traffic {

        private double bytes;
        private int requests;

        Traffic(CDPSession tools) {
            tools.on("Network.loadingFinished", event -> {
                double length = event.get("encodedDataLength").getAsDouble();
                bytes += length;
                requests += length > 0 ? 1 : 0;
            });
            tools.send("Network.enable");
        }

        double kilobytes() {
            return bytes / 1_000;
        }

        int requests() {
            return requests;
        }

        void forget() {
            bytes = 0;
            requests = 0;
        }
    }

    private static void print(String name, Figures... tries) {
        System.out.printf(
                Locale.ROOT,
                "BENCH %s: first view %.1f kB in %d requests, again %.1f kB; largest paint %.2f s, again %.2f s%n",
                name,
                median(Arrays.stream(tries).mapToDouble(Figures::firstKilobytes).toArray()),
                tries[0].requests(),
                median(Arrays.stream(tries).mapToDouble(Figures::againKilobytes).toArray()),
                median(Arrays.stream(tries).mapToDouble(Figures::paint).toArray()),
                median(Arrays.stream(tries).mapToDouble(Figures::paintAgain).toArray()));
    }

    private static double median(double... values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
