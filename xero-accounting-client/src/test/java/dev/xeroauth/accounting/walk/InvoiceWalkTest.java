package dev.xeroauth.accounting.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Memory follows the page, not the list: 20 pages in the normal build, 1,000,000 invoices with {@code -Pfull}. */
class InvoiceWalkTest {

    private static final int PAGES = Boolean.getBoolean("xero.full") ? 1_000 : 20;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void list_manyPages_areWalkedIn64MegabytesOfHeap() throws Exception {
        int invoices = PAGES * InvoicePages.PAGE_SIZE;
        Process server = java(WalkServer.class, List.of(), String.valueOf(PAGES));
        try {
            Process walk = java(InvoiceWalk.class, List.of("-Xmx64m"), firstLine(server), String.valueOf(invoices));
            try {
                String line = firstLine(walk);
                System.out.println(line);
                assertThat(line).startsWith("walk: invoices=" + invoices + " heap=64m pages=" + PAGES + " ");
                assertThat(walk.waitFor()).isZero();
            } finally {
                walk.destroyForcibly();
            }
        } finally {
            server.destroyForcibly();
        }
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        return String.valueOf(out.readLine());
    }

    private static Process java(Class<?> main, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
