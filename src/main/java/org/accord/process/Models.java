package org.accord.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Every version of every process as its file says, read once. */
@Component
class Models {

    private final RepositoryService repository;
    private final Map<String, Model> byDefinition = new ConcurrentHashMap<>();

    private record Model(ProcessDefinition definition, ProcessModel model) {}

    Models(RepositoryService repository) {
        this.repository = repository;
    }

    ProcessDefinition definition(String definitionId) {
        return model(definitionId).definition();
    }

    Optional<ProcessDefinition> findDefinition(String definitionId) {
        boolean known = byDefinition.containsKey(definitionId)
                || repository
                                .createProcessDefinitionQuery()
                                .processDefinitionId(definitionId)
                                .count()
                        > 0;
        return known ? Optional.of(definition(definitionId)) : Optional.empty();
    }

    List<ProcessDefinition> newest() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .active()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(process -> definition(process.getId()))
                .toList();
    }

    ProcessModel.Element element(String definitionId, String elementId) {
        return find(definitionId, elementId)
                .orElseThrow(() -> new IllegalStateException(definitionId + " has no element " + elementId));
    }

    Optional<ProcessModel.Element> find(String definitionId, String elementId) {
        return findDefinition(definitionId)
                .flatMap(known -> model(definitionId).model().element(elementId));
    }

    /** An element of that identifier in the newest version of whichever process has one. */
    Optional<ProcessModel.Element> anywhere(String elementId) {
        return newest().stream()
                .flatMap(definition -> find(definition.id(), elementId).stream())
                .findFirst();
    }

    /** The elements that tell of confidences: confidential tasks, and all that stands in a subprocess with one. */
    Set<String> confidential(String definitionId) {
        ProcessModel model = model(definitionId).model();
        Set<String> branches = new HashSet<>();
        model.elements().stream().filter(Models::isConfidential).forEach(task -> branches.addAll(scopes(model, task)));
        Set<String> confidential = new HashSet<>();
        for (ProcessModel.Element element : model.elements()) {
            if (isConfidential(element) || scopes(model, element).stream().anyMatch(branches::contains)) {
                confidential.add(element.id());
            }
        }
        return confidential;
    }

    private static boolean isConfidential(ProcessModel.Element element) {
        return Boolean.parseBoolean(element.properties().get("confidential"));
    }

    /** The subprocesses around an element, the innermost first. */
    private static List<String> scopes(ProcessModel model, ProcessModel.Element element) {
        List<String> scopes = new ArrayList<>();
        Optional<ProcessModel.Element> around = model.element(element.scope());
        while (around.isPresent()) {
            scopes.add(around.get().id());
            around = model.element(around.get().scope());
        }
        return scopes;
    }

    String diagram(String definitionId, Locale locale, Map<String, ProcessDiagram.Mark> marks) {
        return ProcessDiagram.draw(model(definitionId).model(), locale, marks);
    }

    private Model model(String definitionId) {
        return byDefinition.computeIfAbsent(definitionId, this::read);
    }

    private Model read(String definitionId) {
        org.camunda.bpm.engine.repository.ProcessDefinition process = repository.getProcessDefinition(definitionId);
        byte[] bpmn = resource(process.getDeploymentId(), process.getResourceName());
        ProcessModel model = ProcessModel.read(bpmn, names(process.getDeploymentId(), process.getKey()));
        ProcessDefinition definition = new ProcessDefinition(
                definitionId,
                process.getKey(),
                process.getVersion(),
                model.name(),
                model.caseKind().orElse(null),
                model.starters(),
                model.reach().equals("secretariat"),
                model.gathering().orElse(null));
        return new Model(definition, model);
    }

    /** The names of the elements in other languages than English, from the side files deployed with the model. */
    private Map<String, Map<String, String>> names(String deploymentId, String key) {
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        for (String resource : repository.getDeploymentResourceNames(deploymentId)) {
            if (resource.startsWith(key + ".") && resource.endsWith(".json")) {
                String language = resource.substring(key.length() + 1, resource.length() - ".json".length());
                names.put(language, sideFile(deploymentId, resource));
            }
        }
        return names;
    }

    private Map<String, String> sideFile(String deploymentId, String name) {
        try {
            return ModelReader.names(resource(deploymentId, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] resource(String deploymentId, String name) {
        try (InputStream stream = repository.getResourceAsStream(deploymentId, name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
