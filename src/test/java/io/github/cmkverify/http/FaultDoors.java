package io.github.cmkverify.http;

import java.util.function.UnaryOperator;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** Doors for tests outside of this package: other names, other sockets, and waits between attempts that take no time. */
public final class FaultDoors {
    private FaultDoors() {}

    /** A door that looks names up and connects as it is told. */
    public static HttpDoor open(HttpSettings settings, Dns names, UnaryOperator<OkHttpClient.Builder> tuning) {
        return new HttpDoor(settings, new Fittings(() -> 1.0, (time, closing) -> true, names, tuning));
    }
}
