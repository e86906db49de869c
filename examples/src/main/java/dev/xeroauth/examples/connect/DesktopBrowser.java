package dev.xeroauth.examples.connect;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The browser that the system starts for an address. A terminal without a desktop has none. */
final class DesktopBrowser implements Host.Browser {

    private final String system;
    private final Map<String, String> environment;

    DesktopBrowser(String system, Map<String, String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
    }

    @Override
    public boolean open(URI address) {
        List<String> command = command();
        if (command.isEmpty()) {
            return false;
        }
        List<String> whole =
                Stream.concat(command.stream(), Stream.of(address.toString())).toList();
        try {
            new ProcessBuilder(whole)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .getOutputStream()
                    .close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Nothing goes through a shell, to which the address would be more than text. */
    List<String> command() {
        if (system.startsWith("mac")) {
            return List.of("open");
        }
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        boolean desktop = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return desktop ? List.of("xdg-open") : List.of();
    }
}
