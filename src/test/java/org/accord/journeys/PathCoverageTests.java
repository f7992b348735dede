package org.accord.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.accord.journeys.PathsWalked.Walk;
import org.accord.journeys.WaysOfAModel.Way;
import org.junit.jupiter.api.Test;

/** Whether the tests before this one came through every event of every model, and where that is written down. */
abstract class PathCoverageTests {

    private static final Path LIST = Path.of("src", "docs", "processes", "paths.md");
    private static final Path WRITTEN = Path.of("target", "process-paths.md");
    private static final int NAMED = 3;

    private final List<WaysOfAModel> models = WaysOfAModel.all(Path.of("bpmn"));

    @Test
    void everyEndAndEveryEventIsReachedByATest() {
        assertThat(models).isNotEmpty();
        assertThat(ways((model, way) -> PathsWalked.to(model.proof(way)).isEmpty()))
                .as("never reached")
                .isEmpty();
    }

    @Test
    void everyEventThatIsPassedStandsInTheRecord() {
        assertThat(ways((model, way) -> way.isPassedItself() && !PathsWalked.isRecorded(model.proof(way))))
                .as("not in the record of the case")
                .isEmpty();
    }

    private List<String> ways(BiPredicate<WaysOfAModel, Way> wanted) {
        List<String> found = new ArrayList<>();
        for (WaysOfAModel model : models) {
            for (Way way : model.ways()) {
                if (wanted.test(model, way)) {
                    found.add(model.process() + "/" + way.id());
                }
            }
        }
        return found;
    }

    @Test
    void theListOfPathsIsUpToDate() throws IOException {
        String list = models.stream().map(PathCoverageTests::section).collect(Collectors.joining("\n"));
        String page = "# Every way through the processes, and the tests that take it\n\n"
                + "Written by `EveryPathTests`, which fails if an event is in no test. A compensation boundary counts as\n"
                + "reached when its handler was done.\n\n" + list;
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, page);
        assertThat(Files.exists(LIST) ? Files.readString(LIST) : "")
                .as("%s differs from %s: copy it there", LIST, WRITTEN)
                .isEqualTo(page);
    }

    private static String section(WaysOfAModel model) {
        String rows = model.ways().stream()
                .map(way -> "| `%s` | %s | %s | %s |\n".formatted(way.id(), way.name(), way.kind(), tests(model, way)))
                .collect(Collectors.joining());
        return "## %s (`%s`)\n\n| Element | Name | Kind | Tests |\n|---|---|---|---|\n%s"
                .formatted(model.name(), model.process(), rows);
    }

    /** The tests of the process itself; those of its callers if there are no others. */
    private static String tests(WaysOfAModel model, Way way) {
        SortedSet<Walk> walks = PathsWalked.to(model.proof(way));
        String own = model.process().replace("-", "") + "pathstests";
        List<Walk> first = walks.stream()
                .filter(walk -> walk.tests().equalsIgnoreCase(own))
                .toList();
        List<Walk> named = first.isEmpty() ? List.copyOf(walks) : first;
        String more = named.size() > NAMED ? "; and %d more".formatted(named.size() - NAMED) : "";
        return named.stream().limit(NAMED).map(Walk::sentence).collect(Collectors.joining("; ")) + more;
    }
}
