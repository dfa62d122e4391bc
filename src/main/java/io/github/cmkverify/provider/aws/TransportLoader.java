package io.github.cmkverify.provider.aws;

import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The context class loader of a thread that runs the SDK. The SDK finds its transport through it, as a service that it
 * creates itself; so the transport that belongs to this build is handed over here and not in a static field.
 */
final class TransportLoader extends ClassLoader {
    private final SdkHttpClient transport;

    TransportLoader(ClassLoader parent, SdkHttpClient transport) {
        super(parent);
        this.transport = transport;
    }

    SdkHttpClient transport() {
        return transport;
    }
}
