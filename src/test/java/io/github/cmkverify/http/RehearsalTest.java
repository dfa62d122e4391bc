package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void goesAllTheWayWithoutAServer() {
        assertTrue(HttpDoor.rehearse());
    }

    @Test
    void saysHelloToNobody() {
        assertTrue(TlsRehearsal.run());
    }
}
