package io.github.cmkverify.provider.gcp;

import com.google.api.client.http.LowLevelHttpResponse;
import io.github.cmkverify.http.HttpAnswer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer, as Google's library takes it. It is not told of an encoding, which nobody asked for: it would decode
 * to a thousand times what the door lets in.
 */
final class DoorResponse extends LowLevelHttpResponse {
    private final HttpAnswer answer;
    private final List<Map.Entry<String, String>> headers;

    DoorResponse(HttpAnswer answer) {
        this.answer = answer;
        this.headers = new ArrayList<>(answer.headers().entrySet());
        headers.removeIf(header -> header.getKey().equals("content-encoding"));
    }

    @Override
    public InputStream getContent() {
        return new ByteArrayInputStream(answer.body());
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public long getContentLength() {
        return answer.body().length;
    }

    @Override
    public @Nullable String getContentType() {
        return answer.header("content-type");
    }

    @Override
    public String getStatusLine() {
        return "HTTP " + answer.status();
    }

    @Override
    public int getStatusCode() {
        return answer.status();
    }

    @Override
    public @Nullable String getReasonPhrase() {
        return null;
    }

    @Override
    public int getHeaderCount() {
        return headers.size();
    }

    @Override
    public String getHeaderName(int index) {
        return headers.get(index).getKey();
    }

    @Override
    public String getHeaderValue(int index) {
        return headers.get(index).getValue();
    }
}
