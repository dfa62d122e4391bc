package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.Test;

/** Maven 3.6.3 could not decrypt one of two passwords that two keys asked for at once. */
class DecryptionTest {
    @Test
    void twoNeverDecryptAtOnce() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger together = new AtomicInteger();
        SettingsDecrypter decrypter = request -> {
            both.countDown();
            try {
                if (both.await(300, TimeUnit.MILLISECONDS)) {
                    together.incrementAndGet();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new UnsupportedOperationException("nothing to decrypt");
        };
        ExecutorService keys = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = keys.submit(() -> Decryption.of(decrypter, new DefaultSettingsDecryptionRequest()));
            Future<?> second = keys.submit(() -> Decryption.of(decrypter, new DefaultSettingsDecryptionRequest()));
            assertThrows(Exception.class, first::get);
            assertThrows(Exception.class, second::get);
        } finally {
            keys.shutdownNow();
        }
        assertEquals(1, together.get(), "the second alone finds that both have come");
    }
}
