package dev.xeroauth.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.jdbc.JdbcTokenStore;
import dev.xeroauth.testkit.FakeXero;
import java.net.URL;
import java.util.Arrays;

/** The classes that are shipped, module by module. */
final class Libraries {

    private static final ClassFileImporter IMPORTER = new ClassFileImporter();

    private Libraries() {}

    static JavaClasses core() {
        return of(XeroAuth.class);
    }

    static JavaClasses jdbc() {
        return of(JdbcTokenStore.class);
    }

    static JavaClasses accounting() {
        return of(XeroClient.class);
    }

    static JavaClasses testkit() {
        return of(FakeXero.class);
    }

    static JavaClasses all() {
        return of(XeroAuth.class, JdbcTokenStore.class, XeroClient.class, FakeXero.class);
    }

    private static JavaClasses of(Class<?>... anchors) {
        return IMPORTER.importUrls(Arrays.stream(anchors).map(Libraries::home).toList());
    }

    static URL home(Class<?> anchor) {
        return anchor.getProtectionDomain().getCodeSource().getLocation();
    }
}
