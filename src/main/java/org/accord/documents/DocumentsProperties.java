package org.accord.documents;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files are kept and scanned.
 *
 * @param folder outside the web root; as private as the database
 * @param scannerHost where ClamAV's daemon listens; absent: no scanner
 * @param scannerTimeout after which a scanner that does not answer counts as absent
 */
@ConfigurationProperties("accord.documents")
record DocumentsProperties(
        Path folder,
        @Nullable String scannerHost,
        @DefaultValue("3310") int scannerPort,
        @DefaultValue("20s") Duration scannerTimeout) {}
