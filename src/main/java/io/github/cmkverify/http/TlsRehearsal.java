package io.github.cmkverify.http;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * The first message of a TLS handshake that is sent to nobody. It makes the JVM load its side of a handshake while another
 * thread reads the trust store, which takes as long.
 */
final class TlsRehearsal {
    private TlsRehearsal() {}

    /** Says hello into a buffer; says whether that went as it should, on which nothing depends. */
    static boolean run() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null); // trusts nobody
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            engine.beginHandshake();
            ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            return engine.wrap(ByteBuffer.allocate(0), hello).bytesProduced() > 0;
        } catch (GeneralSecurityException | SSLException e) {
            return false; // the real handshake tells what is wrong
        }
    }
}
