package org.accord.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.accord.process.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What runs here, to be named when help is asked for. */
@Component
class Versions {

    private final ObjectProvider<BuildProperties> build;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    Versions(ObjectProvider<BuildProperties> build, Jobs jobs, JdbcClient jdbc) {
        this.build = build;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    /** By the name of the part, Accord first. */
    Map<String, String> all() {
        Map<String, String> versions = new LinkedHashMap<>();
        build.ifAvailable(accord -> versions.put("Accord", accord.getVersion()));
        versions.put("Java", System.getProperty("java.version", "?"));
        versions.put("Spring Boot", SpringBootVersion.getVersion());
        versions.put("Camunda", jobs.engineVersion());
        versions.put("PostgreSQL", one("select current_setting('server_version')"));
        versions.put("Flyway", one("""
                select version from accord.flyway_schema_history where success order by installed_rank desc limit 1
                """));
        return versions;
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
