package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.accord.testing.AccordTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;

@AccordTest
class BpmnFilesTests {

    private static final Path FOLDER = Path.of("bpmn");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @Autowired
    private ModelCheck check;

    @Autowired
    private RepositoryService repository;

    @Test
    void noModelOrDecisionHasAFault() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : list("")) {
            files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }

        assertThat(files).isNotEmpty();
        assertThat(ModelLint.check(files, check.known())).isEmpty();
    }

    @Test
    void everyModelAndDecisionIsDeployed() throws IOException {
        for (Path model : list(".bpmn")) {
            assertThat(repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(bare(model))
                            .count())
                    .as(model.toString())
                    .isPositive();
        }
        for (Path decision : list(".dmn")) {
            assertThat(repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(bare(decision))
                            .count())
                    .as(decision.toString())
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelDrawsInEnglishAndRussian(Path file) throws Exception {
        ProcessModel model = ProcessModel.read(
                Files.readAllBytes(file),
                Map.of("ru", ModelReader.names(Files.readAllBytes(FOLDER.resolve(bare(file) + ".ru.json")))));

        for (Locale reader : List.of(Locale.ENGLISH, RUSSIAN)) {
            Element picture = parsed(ProcessDiagram.draw(model, reader));
            assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(model.name().in(reader));
            assertThat(picture.getElementsByTagName("g").getLength())
                    .isGreaterThanOrEqualTo(model.elements().size());
        }
        assertThat(model.name().in(RUSSIAN)).matches(".*[А-Яа-я].*");
    }

    static List<Path> models() throws IOException {
        return list(".bpmn");
    }

    private static List<Path> list(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String bare(Path file) {
        return ModelLint.bareName(file.getFileName().toString());
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
