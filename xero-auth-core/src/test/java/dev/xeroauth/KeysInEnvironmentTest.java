package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysInEnvironmentTest {

    private static final String SEALING = "XERO_SEALING_KEY";
    private static final String OPENING = "XERO_OPENING_KEYS";
    private static final byte[] NEW = key(1);
    private static final byte[] OLD = key(100);

    @Test
    void read_sealingKeyAlone_sealsAndOpensWithIt() {
        KeyRing ring = KeysInEnvironment.read(Map.of(SEALING, " 2026-11:" + base64(NEW) + "\n"));

        assertThat(ring.sealingKeyId()).isEqualTo("2026-11");
        assertThat(ring.keyIds()).containsExactly("2026-11");
        assertThat(ring.key("2026-11").orElseThrow().getEncoded()).isEqualTo(NEW);
    }

    @Test
    void read_openingKeysToo_opensWithEachUnderItsId() {
        KeyRing ring = KeysInEnvironment.read(Map.of(
                SEALING,
                "2026-11:" + base64(NEW),
                OPENING,
                "2026-05:" + base64(OLD) + ", eu-2025-11:" + base64(key(50))));

        assertThat(ring.sealingKeyId()).isEqualTo("2026-11");
        assertThat(ring.keyIds()).containsExactlyInAnyOrder("2026-11", "2026-05", "eu-2025-11");
        assertThat(ring.key("2026-05").orElseThrow().getEncoded()).isEqualTo(OLD);
        assertThat(ring.key("eu-2025-11").orElseThrow().getEncoded()).isEqualTo(key(50));
    }

    @Test
    void read_nothing_saysWhatToSet() {
        assertThatThrownBy(() -> KeysInEnvironment.read(Map.of(OPENING, "")))
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("XERO_SEALING_KEY is not set")
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageContaining(OPENING);
    }

    @Test
    void read_manyProblems_areAllNamedByTheirPlace() {
        String good = base64(OLD);

        assertThatThrownBy(() -> KeysInEnvironment.read(Map.of(
                        SEALING,
                        base64(NEW),
                        OPENING,
                        "a:" + good + ",a:" + good + ",short:" + base64(new byte[16]) + ",,zero:"
                                + base64(new byte[32]))))
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("XERO_SEALING_KEY is not a key id, a colon and a key")
                .hasMessageContaining("entry 2 of XERO_OPENING_KEYS has an id that another entry has")
                .hasMessageContaining("entry 3 of XERO_OPENING_KEYS: the key must have 32 bytes (AES-256), it has 16")
                .hasMessageContaining("entry 4 of XERO_OPENING_KEYS is not a key id")
                .hasMessageContaining("entry 5 of XERO_OPENING_KEYS: the key is one byte repeated")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(good, base64(NEW), "entry 1 "));
    }

    /** KEY stands for the key: exchanged, cut, doubled, or where it does not belong, it is in no message. */
    @ParameterizedTest
    @ValueSource(strings = {"KEY", "KEY:prod", "KEY:", ":KEY", "id:KEY=", "id:KEY:KEYKEY", "id=KEY", "id:KEY,id:KEY"})
    void read_keyWhereItDoesNotBelong_isNotShown(String entry) {
        String key = base64(NEW);

        assertThatThrownBy(() -> KeysInEnvironment.read(Map.of(SEALING, entry.replace("KEY", key))))
                .isInstanceOf(XeroConfigurationException.class)
                .satisfies(e -> assertThat(e.toString()).doesNotContain(key.substring(0, 8)))
                .hasNoCause();
    }

    @Test
    void read_idTooLong_isNamedWithItsLength() {
        assertThatThrownBy(() -> KeysInEnvironment.read(Map.of(SEALING, "x".repeat(101) + ":" + base64(NEW))))
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("101");
    }

    private static byte[] key(int first) {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (first + i);
        }
        return key;
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
