package io.github.cmkverify.provider.gcp;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpDoor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Our transport, except that every request goes to one simulator, whatever its host. */
final class Detour {
    private Detour() {}

    static HttpTransport to(String url, HttpDoor door) {
        DoorTransport ours =
                new DoorTransport(door, new Universe(Universe.GOOGLES), Deadline.in(Duration.ofSeconds(20)));
        return new HttpTransport() {
            @Override
            protected LowLevelHttpRequest buildRequest(String method, String asked) throws IOException {
                URI uri = URI.create(asked);
                String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                return ours.buildRequest(method, url + uri.getRawPath() + query);
            }
        };
    }
}
