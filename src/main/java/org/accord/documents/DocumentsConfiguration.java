package org.accord.documents;

import java.util.Objects;
import org.accord.instance.InstanceProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(DocumentsProperties.class)
class DocumentsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentsConfiguration.class);

    /** A demonstration may do without; in production a scanner that is not there is one that does not answer. */
    @Bean
    VirusScanner virusScanner(DocumentsProperties properties, InstanceProperties instance) {
        if (properties.scannerHost() != null && !properties.scannerHost().isBlank()) {
            return new ClamScanner(Objects.requireNonNull(properties.scannerHost()), properties.scannerPort(), (int)
                    properties.scannerTimeout().toMillis());
        }
        if (!instance.isDemo()) {
            LOG.warn("accord.documents.scanner-host is not set: every file stays in quarantine");
        }
        return in -> instance.isDemo() ? VirusScanner.Verdict.NONE : VirusScanner.Verdict.UNREACHABLE;
    }
}
