package io.github.cmkverify.bench;

import io.github.cmkverify.http.TestCertificates;
import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.DatabricksSim;
import io.github.cmkverify.sim.HuaweiSim;
import io.github.cmkverify.sim.SimulatedCloud;
import io.github.cmkverify.sim.Simulator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** The simulated clouds that are asked: every key in them is healthy, every answer takes its time. */
final class Clouds implements AutoCloseable {
    static final String PROJECT = "0123456789abcdef0123456789abcdef";
    static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";

    private final Simulator simulator;
    private final String scheme;

    /**
     * @param certificates to speak TLS with; {@code null} for clear text
     * @param keys in each cloud
     * @param latency of each answer, in milliseconds
     */
    Clouds(@Nullable TestCertificates certificates, int keys, int latency) {
        HuaweiSim huawei = new HuaweiSim();
        DatabricksSim databricks = new DatabricksSim();
        AwsSim aws = new AwsSim();
        for (int number = 0; number < keys; number++) {
            huawei.key(PROJECT, id(number), "2");
            databricks.configuration(ACCOUNT, id(number), arn(number));
            aws.key(arn(number), "Enabled");
        }
        SimulatedCloud[] clouds = Stream.<SimulatedCloud>of(huawei, databricks, aws)
                .map(cloud -> late(cloud, latency))
                .toArray(SimulatedCloud[]::new);
        scheme = certificates == null ? "http" : "https";
        simulator = certificates == null
                ? new Simulator(clouds)
                : new Simulator(certificates.server().sslSocketFactory(), clouds);
    }

    static String id(int number) {
        return String.format("600d0000-0000-4000-8000-%012d", number);
    }

    static String arn(int number) {
        return "arn:aws:kms:us-west-2:111122223333:key/" + id(number);
    }

    private static SimulatedCloud late(SimulatedCloud cloud, int latency) {
        return request -> {
            MockResponse answer = cloud.answer(request);
            return answer == null || latency == 0
                    ? answer
                    : answer.newBuilder()
                            .headersDelay(latency, TimeUnit.MILLISECONDS)
                            .build();
        };
    }

    String url() {
        return scheme + "://127.0.0.1:" + simulator.port();
    }

    int requests() {
        return simulator.received().size();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
