package org.accord.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.accord.core.Actor;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process of the tests' own, in an Accord that runs: one task of the programme manager's, then a report that the trial
 * met, or the end if it was not approved. Nobody can start it by hand, so no page offers it.
 */
public final class TrialProcess {

    public static final Actor MANAGER = Actor.person("programme-manager");
    public static final Map<String, Object> APPROVED = Map.of("decision", "approve");

    private final ApplicationContext accord;
    private final String key;

    private TrialProcess(ApplicationContext accord, String key) {
        this.accord = accord;
        this.key = key;
    }

    /** Makes sure that the trial is deployed. */
    public static TrialProcess in(ApplicationContext accord) {
        TrialProcess trial = new TrialProcess(accord, "trial");
        trial.deploy(trial.files());
        return trial;
    }

    /** Deploys a process of the tests' own beside what is there. */
    public static void deploy(ApplicationContext accord, Map<String, byte[]> files) {
        accord.getBean(DefinitionDeployer.class).deploy(files);
    }

    /** The same process under another key, not yet deployed. */
    TrialProcess under(String otherKey) {
        return new TrialProcess(accord, otherKey);
    }

    void deploy(Map<String, byte[]> files) {
        accord.getBean(DefinitionDeployer.class).deploy(files);
    }

    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(key + ".bpmn", bytes(text("trial.bpmn").replace("\"trial\"", '"' + key + '"')));
        files.put(key + ".ru.json", bytes(text("trial.ru.json").replace("\"trial\"", '"' + key + '"')));
        return files;
    }

    /** The files with a text replaced wherever it stands. */
    Map<String, byte[]> files(String text, String replacement) {
        Map<String, byte[]> files = files();
        files.replaceAll(
                (name, content) -> bytes(new String(content, StandardCharsets.UTF_8).replace(text, replacement)));
        return files;
    }

    /** Opens a case of the newest version, and answers its key. */
    public String open() {
        Processes processes = accord.getBean(Processes.class);
        return accord.getBean(TransactionTemplate.class).execute(status -> {
            ProcessDefinition newest = processes.newest(key).orElseThrow();
            String opened = accord.getBean(CaseOpener.class).open(new CaseOpener.Child(newest, null, null, Map.of()));
            processes.start(MANAGER, newest, opened);
            return opened;
        });
    }

    /** The id of the case's open task. */
    public String task(String caseKey) {
        return accord.getBean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(caseKey)
                .singleResult()
                .getId();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String file) {
        try (InputStream in = TrialProcess.class.getResourceAsStream("/trial/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
