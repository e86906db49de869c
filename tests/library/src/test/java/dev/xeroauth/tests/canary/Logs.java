package dev.xeroauth.tests.canary;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged through slf4j and java.util.logging at any level, and what is printed. One logger is silenced by
 * its name, that of the web server that plays Xero: it prints the addresses that it is asked for, and is no part of the
 * library.
 */
final class Logs implements AutoCloseable {

    private static final String PLAYED_XERO = "mockwebserver3.MockWebServer";

    private final Seen seen;
    private final ch.qos.logback.classic.Logger root =
            (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final Slf4j appender = new Slf4j();
    private final Logger jul = Logger.getLogger("");
    /** Held, because java.util.logging forgets the level of a logger that nobody holds. */
    private final Logger okHttp = Logger.getLogger("okhttp3");

    private final Logger playedXero = Logger.getLogger(PLAYED_XERO);
    private final Jul handler = new Jul();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    Logs(Seen seen) {
        this.seen = seen;
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        playedXero.setLevel(java.util.logging.Level.OFF);
        handler.setLevel(java.util.logging.Level.ALL);
        okHttp.setLevel(java.util.logging.Level.ALL);
        jul.setLevel(java.util.logging.Level.ALL);
        jul.addHandler(handler);
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        root.detachAppender(appender);
        root.setLevel(before);
        jul.removeHandler(handler);
        jul.setLevel(java.util.logging.Level.INFO);
        okHttp.setLevel(null);
        playedXero.setLevel(null);
        printed.toString(StandardCharsets.UTF_8).lines().forEach(line -> seen.line("System.out or System.err", line));
    }

    private final class Slf4j extends UnsynchronizedAppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy thrown = event.getThrowableProxy();
            seen.line(
                    "logger " + event.getLoggerName() + " at " + event.getLevel(),
                    event.getFormattedMessage()
                            + '\n'
                            + event.getMDCPropertyMap()
                            + event.getKeyValuePairs()
                            + event.getMarkerList()
                            + event.getThreadName()
                            + Arrays.deepToString(event.getArgumentArray())
                            + (thrown == null ? "" : '\n' + ThrowableProxyUtil.asString(thrown)));
        }
    }

    private final class Jul extends Handler {
        @Override
        public void publish(LogRecord record) {
            StringWriter text = new StringWriter();
            text.append(new SimpleFormatter().formatMessage(record)).append('\n');
            text.append(Arrays.deepToString(record.getParameters()));
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(text, true));
            }
            seen.line("logger " + record.getLoggerName() + " at " + record.getLevel(), text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
