package dev.xeroauth.examples.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.ConsentException;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroConfigurationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sentence for each thing that can go wrong. */
class FailuresTest {

    private static final GrantId DEMO = GrantId.of("demo");

    @ParameterizedTest
    @EnumSource
    void told_consentThatDidNotComeAbout_isASentence(ConsentException.Reason reason) {
        ToldException told = Failures.told(new ConsentException(reason, "What the library says", null));

        assertThat(told.sentence()).matches("[A-Z`].*[.)]").doesNotContain("..");
        assertThat(told.exitCode())
                .isEqualTo(reason == ConsentException.Reason.DENIED ? ExitCode.NO_CONSENT : ExitCode.FAILED);
    }

    @Test
    void told_ofTheGrant_namesTheCommandThatHelps() {
        assertThat(sentence(new GrantNotFoundException(DEMO))).contains("'demo'", "`connect demo`");
        assertThat(sentence(new GrantDisconnectedException(DEMO, "invalid_grant")))
                .isEqualTo("Xero no longer accepts the grant 'demo'. `connect demo` connects it again.");
        assertThat(sentence(new ConnectionsUnavailableException("status 503", null, null)))
                .startsWith("Xero does not tell the grant's organisations now; the grant is kept.");
        assertThat(sentence(new TokenUnavailableException(DEMO, "no route", null, null)))
                .startsWith("Xero cannot be asked now; the grant is kept.");
        assertThat(sentence(new SealedRecordException("Which key", null))).contains("XERO_SEALING_KEY");
    }

    @Test
    void told_ofTheApp_saysWhatToCheck() {
        assertThat(sentence(new AppRejectedException("invalid_client"))).contains("check client id and secret");
        assertThat(sentence(new XeroConfigurationException("Something is not set")))
                .isEqualTo("Something is not set.");
    }

    @Test
    void told_ofTheStore_repeatsWhatTheDiskSaid() {
        assertThat(sentence(new StoreException("Could not be read", new IOException("No space left on device\nat"))))
                .startsWith("The store cannot be used.")
                .endsWith("(No space left on device)");
        assertThat(sentence(new StoreException("Could not be read", new SQLException("in use", "90020", 90020))))
                .startsWith("The database is open in another program.");
    }

    @Test
    void told_ofTheMachine_isNoTrace() {
        assertThat(sentence(new AccessDeniedException("/root/x"))).isEqualTo("There is no right to use /root/x.");
        assertThat(sentence(new IOException("Disk gone"))).isEqualTo("Disk gone.");
        assertThat(sentence(new IllegalStateException("secret words")))
                .contains("IllegalStateException", "--debug")
                .doesNotContain("secret words");
    }

    private static String sentence(Exception e) {
        return Failures.told(e).sentence();
    }
}
