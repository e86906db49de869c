package dev.xeroauth.examples.connect;

import java.io.Console;
import java.util.Optional;

/** The terminal that the command was started at. */
final class ConsoleQuestions implements Host.Questions {

    @Override
    public Optional<String> ask(String question) {
        return console().map(console -> console.readLine("%s", question));
    }

    @Override
    public Optional<String> askSecretly(String question) {
        return console().map(console -> console.readPassword("%s", question)).map(String::new);
    }

    private static Optional<Console> console() {
        return Optional.ofNullable(System.console());
    }
}
