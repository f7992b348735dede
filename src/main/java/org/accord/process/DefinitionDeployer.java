package org.accord.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models at start: all of them are checked before any is deployed, and a process whose files are byte for byte
 * those of its newest version gets no new one. Running cases keep theirs.
 */
@Component
class DefinitionDeployer implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionDeployer.class);

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final ModelCheck check;
    private final String location;

    DefinitionDeployer(
            RepositoryService repository,
            ResourcePatternResolver resources,
            ModelCheck check,
            @Value("${accord.bpmn.location:classpath:bpmn/}") String location) {
        this.repository = repository;
        this.resources = resources;
        this.check = check;
        this.location = location;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy(read());
    }

    void deploy(Map<String, byte[]> files) {
        check.requireSound(files);
        Map<String, Map<String, byte[]>> units = new TreeMap<>();
        files.forEach((name, bytes) -> units.computeIfAbsent(
                        name.substring(0, name.indexOf('.')) + (name.endsWith(".dmn") ? ".dmn" : ""),
                        unit -> new TreeMap<>())
                .put(name, bytes));
        units.forEach(this::deployUnit);
    }

    private void deployUnit(String unit, Map<String, byte[]> files) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(unit).source("accord").enableDuplicateFiltering(false);
        files.forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
        int versions = deployment.deployWithResult().getDeployedProcessDefinitions() == null ? 0 : 1;
        LOG.debug("{}: {}", unit, versions == 0 ? "unchanged" : "new version");
    }

    private Map<String, byte[]> read() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            for (Resource resource : resources.getResources(location + "*.*")) {
                String name = resource.getFilename();
                if (name != null) {
                    files.put(name, resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the models in " + location, e);
        }
        return new TreeMap<>(files);
    }
}
