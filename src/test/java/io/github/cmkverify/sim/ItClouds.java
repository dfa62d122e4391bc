package io.github.cmkverify.sim;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;

/**
 * The clouds that the integration tests and the demo ask, and the keys in them. An id tells the state of its key:
 * {@code 600d…} usable, {@code d15ab1ed…} disabled, {@code dead…} pending deletion. The clouds do not know
 * {@code 404f…}; the configuration {@code 1057…} points to it.
 */
public final class ItClouds implements AutoCloseable {
    private static final String NAME = "clouds";
    private static final String TAIL = "-0000-4000-8000-000000000001";
    private static final String HUAWEI_PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String DATABRICKS_ACCOUNT = "acc00000" + TAIL;
    private static final String GCP = "projects/demo-project/locations/europe-west3/keyRings/ring/cryptoKeys/";
    private static final String AWS = "arn:aws:kms:us-west-2:111122223333:key/";

    public final HuaweiSim huawei = new HuaweiSim();
    public final DatabricksSim databricks = new DatabricksSim();
    public final AwsSim aws = new AwsSim();
    public final GcpSim gcp = new GcpSim();
    public final VaultSim vault = new VaultSim();
    public final AzureSim azure = new AzureSim();
    public final Simulator simulator;

    private ItClouds(Function<SimulatedCloud[], Simulator> start) {
        IntStream.rangeClosed(0, 6).mapToObj(number -> "600d000" + number).forEach(this::usable);
        disabled("d15ab1ed");
        dying("dead0000");
        databricks.configuration(DATABRICKS_ACCOUNT, "10570000" + TAIL, AWS + "404f0000" + TAIL);
        databricks.workspace(
                DATABRICKS_ACCOUNT, 5190001, "finance", Map.of("storage_customer_managed_key_id", "dead0000" + TAIL));
        simulator = start.apply(new SimulatedCloud[] {huawei, databricks, aws, gcp, azure, vault});
    }

    /** Starts the clouds for the hooks of one project. */
    public static void start(Map<String, Object> context, Object port) {
        context.put(NAME, new ItClouds(clouds -> new Simulator(Integer.parseInt(port.toString()), clouds)));
    }

    /** Starts the clouds for the hooks of one project, speaking TLS on a free port; gives that port. */
    static int start(Map<String, Object> context, SSLSocketFactory tls) {
        ItClouds started = new ItClouds(clouds -> new Simulator(tls, clouds));
        context.put(NAME, started);
        return started.simulator.port();
    }

    /** The clouds that were started for a project. */
    static ItClouds of(Map<String, Object> context) {
        return (ItClouds) context.get(NAME);
    }

    private void usable(String head) {
        huawei.key(HUAWEI_PROJECT, head + TAIL, "2");
        aws.key(AWS + head + TAIL, "Enabled");
        gcp.key(GCP + head, "ENABLED");
        azure.key(head + TAIL, true);
        databricks.configuration(DATABRICKS_ACCOUNT, head + TAIL, AWS + head + TAIL);
        vault.key("transit/" + head);
    }

    private void disabled(String head) {
        huawei.key(HUAWEI_PROJECT, head + TAIL, "3");
        aws.key(AWS + head + TAIL, "Disabled");
        gcp.key(GCP + head, "ENABLED", "DISABLED");
        azure.key(head + TAIL, false);
        databricks.configuration(DATABRICKS_ACCOUNT, head + TAIL, AWS + head + TAIL);
    }

    private void dying(String head) {
        Instant deletion = Instant.now().plus(11, ChronoUnit.DAYS);
        huawei.key(
                HUAWEI_PROJECT,
                head + TAIL,
                Map.of("key_state", "4", "scheduled_deletion_date", String.valueOf(deletion.toEpochMilli())));
        aws.key(
                AWS + head + TAIL,
                Map.of("KeyState", "PendingDeletion", "Enabled", false, "DeletionDate", deletion.getEpochSecond()));
        gcp.key(GCP + head, "DESTROY_SCHEDULED").version(GCP + head, 1, Map.of("destroyTime", deletion.toString()));
        azure.deleted(head + TAIL, deletion.getEpochSecond());
        databricks.configuration(DATABRICKS_ACCOUNT, head + TAIL, AWS + head + TAIL);
        vault.key("transit/" + head, Map.of("soft_deleted", true));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
