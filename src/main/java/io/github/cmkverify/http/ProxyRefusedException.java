package io.github.cmkverify.http;

import java.io.IOException;

/** A proxy answered {@code CONNECT} with 407: it wants a login, or another one. */
final class ProxyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    ProxyRefusedException(String proxy) {
        super("407 from proxy " + proxy);
    }
}
