package org.accord.transparency;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who publishes.
 *
 * @param address under which others reach this Accord, without a slash at its end; absent: documents are not linked
 * @param organisation the publisher's identifier in the registry of IATI; the default is none that the registry knows
 */
@ConfigurationProperties("accord.iati")
record IatiProperties(
        @DefaultValue("XM-EXAMPLE-ACCORD") String organisation,
        @Nullable String address) {}
