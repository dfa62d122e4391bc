package io.github.cmkverify.sim;

import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** One provider's protocol. */
public interface SimulatedCloud {
    /** The answer to a request, or {@code null} if the request is not of this provider's protocol. */
    MockResponse answer(RecordedRequest request);
}
