package io.github.cmkverify.provider.aws;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/** Makes the SDK use our transport; public because the SDK creates it, named in {@code META-INF/services}. */
public final class DoorHttpService implements SdkHttpService {
    /** Hands over the transport of the thread that asks for it. */
    @Override
    public SdkHttpClient.Builder<?> createHttpClientBuilder() {
        if (Thread.currentThread().getContextClassLoader() instanceof TransportLoader loader) {
            return new Made(loader.transport());
        }
        throw new IllegalStateException("this thread has no transport");
    }

    private record Made(SdkHttpClient transport) implements SdkHttpClient.Builder<Made> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return transport;
        }
    }
}
