package io.github.cmkverify;

import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Decrypts what is encrypted in settings.xml. */
final class Decryption {
    private Decryption() {}

    /**
     * Decrypts one thing at a time, whatever the modules and the threads that want it: the cipher of Maven 3.6 to 3.8
     * shares a digest among its callers, and two at once spoil each other's result. All of a build have one decrypter.
     */
    static SettingsDecryptionResult of(SettingsDecrypter decrypter, SettingsDecryptionRequest request) {
        synchronized (decrypter) {
            return decrypter.decrypt(request);
        }
    }
}
