package org.accord.exports;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The verifier in {@code src/docs/verify}, run by the Node that comes with the browser's driver. */
final class SecondVerifier {

    record Verdict(int exitCode, String said) {}

    private SecondVerifier() {}

    static Verdict of(Path export, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Driver.ensureDriverInstalled(Map.of(), false)
                        .driverDir()
                        .resolve("node")
                        .toString(),
                Path.of("src", "docs", "verify", "verify.mjs").toString(),
                export.toString()));
        command.addAll(List.of(options));
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        node.waitFor(1, TimeUnit.MINUTES);
        return new Verdict(node.exitValue(), said);
    }
}
