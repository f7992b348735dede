package org.accord.seals;

import org.accord.instance.InstanceProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(SealsProperties.class)
class SealsConfiguration {

    @Bean
    KeyFile keyFile(SealsProperties properties, InstanceProperties instance) {
        return new KeyFile(properties.folder(), properties.origin(instance.isDemo()));
    }

    @Bean
    CheckpointFolder checkpointFolder(SealsProperties properties) {
        return new CheckpointFolder(properties.folder());
    }
}
