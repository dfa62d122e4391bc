package io.github.cmkverify.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Hides the status from OkHttp, which acts on some by itself: it sends again after 503 with {@code Retry-After: 0}, throws
 * {@code NumberFormatException} at a long {@code Retry-After}, takes a server's 407 for a proxy's. Hidden, an answer is
 * only ever handed over. To be added as a network interceptor.
 */
final class HiddenStatus implements Interceptor {
    /** More than any status has: three digits are read. */
    private static final int DISGUISE = 1000;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.newBuilder().code(response.code() + DISGUISE).build();
    }

    /** The status that the server sent. */
    static int of(Response response) {
        return response.code() - DISGUISE;
    }
}
