package dev.xeroauth.examples.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.xeroauth.GrantId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** Connects Xero organisations from a command line, and looks after the grants. */
@Command(
        name = "xero-connect",
        synopsisSubcommandLabel = "COMMAND",
        description = "Connects Xero organisations in your browser, and looks after the grants.",
        footer = {
            "",
            "GRANT is a name of your choice for one user's consent, such as demo.",
            "Exit code: 0 done, 1 something stood in the way, 2 wrong command line, 3 the user did not consent."
        })
public final class ConnectCommand {

    private final Host host;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Shows where a failure comes from.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    ConnectCommand(Host host) {
        this.host = host;
    }

    /**
     * Does what the arguments say, and ends the process with an exit code.
     *
     * @param args a sub-command and its options; {@code --help} lists them
     */
    public static void main(String[] args) {
        System.exit(run(Host.here(), args));
    }

    /** The exit code. */
    static int run(Host host, String... args) {
        ConnectCommand command = new ConnectCommand(host);
        return new CommandLine(command)
                .setOut(new PrintWriter(host.out(), true, UTF_8))
                .setErr(new PrintWriter(host.err(), true, UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .registerConverter(GrantId.class, ConnectCommand::grantId)
                .setExecutionExceptionHandler((e, line, parsed) -> command.failed(e))
                .execute(args);
    }

    private static GrantId grantId(String name) {
        try {
            return GrantId.of(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private int failed(Exception e) {
        ToldException told = Failures.told(e);
        host.err().println(told.sentence());
        if (debug) {
            e.printStackTrace(host.err());
        }
        return told.exitCode();
    }

    @Command(description = "Lets a user consent in the browser, and keeps the grant.")
    int connect(
            @Parameters(paramLabel = "GRANT", description = "The grant to make, or to connect again.") GrantId grant,
            @Mixin Asking asking,
            @Mixin Settings settings)
            throws IOException, InterruptedException {
        try (Session session = Session.asking(host, settings)) {
            return new Connecting(host, session, asking).connect(grant);
        }
    }

    @Command(description = "Says how grants stand. Asks Xero nothing.")
    int status(
            @Parameters(paramLabel = "GRANT", arity = "0..1", description = "This one alone.") @Nullable GrantId grant,
            @Mixin Settings settings)
            throws IOException {
        try (Session session = Session.reading(host, settings)) {
            Standing standing = new Standing(host, session);
            return grant == null ? standing.all() : standing.one(grant);
        }
    }

    @Command(description = "Asks Xero which organisations a grant reaches.")
    int tenants(@Parameters(paramLabel = "GRANT") GrantId grant, @Mixin Settings settings) throws IOException {
        try (Session session = Session.asking(host, settings)) {
            new ConnectionList(host.out()).print(session.auth().refreshConnections(grant));
            return ExitCode.DONE;
        }
    }

    @Command(description = "Ends the connection of one organisation, or of all that the grant reaches.")
    int disconnect(
            @Parameters(index = "0", paramLabel = "GRANT") GrantId grant,
            @Parameters(
                            index = "1",
                            paramLabel = "TENANT",
                            arity = "0..1",
                            description = "This one alone: its tenant id or name.")
                    @Nullable
                    String tenant,
            @Option(names = "--yes", description = "Does not ask first.") boolean yes,
            @Mixin Settings settings)
            throws IOException {
        try (Session session = Session.asking(host, settings)) {
            Disconnecting disconnecting = new Disconnecting(host, session);
            return tenant == null ? disconnecting.all(grant, yes) : disconnecting.one(grant, tenant);
        }
    }

    @Command(description = "Ends everything that the grant's Xero user has connected to the app.")
    int revoke(
            @Parameters(paramLabel = "GRANT") GrantId grant,
            @Option(names = "--yes", description = "Does not ask first.") boolean yes,
            @Mixin Settings settings)
            throws IOException {
        try (Session session = Session.asking(host, settings)) {
            return new Revoking(host, session).revoke(grant, yes);
        }
    }

    @Command(description = "Prints a grant's tokens in clear, as JSON. Asks Xero nothing.")
    int export(
            @Parameters(paramLabel = "GRANT") GrantId grant,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            description = "Writes them to a new file, for its owner alone.")
                    @Nullable
                    Path file,
            @Mixin Settings settings)
            throws IOException {
        try (Session session = Session.reading(host, settings)) {
            return new Moving(host, session).export(grant, file);
        }
    }

    @Command(
            name = "import",
            description = "Makes a grant of tokens in JSON, as export writes them, and refreshes them.")
    int take(
            @Parameters(index = "0", paramLabel = "GRANT") GrantId grant,
            @Parameters(index = "1", paramLabel = "FILE") Path file,
            @Mixin Settings settings)
            throws IOException {
        try (Session session = Session.asking(host, settings)) {
            return new Moving(host, session).take(grant, file);
        }
    }
}
