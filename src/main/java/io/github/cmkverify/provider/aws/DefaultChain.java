package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The SDK's default chain, on a thread of its own: some of its sources cannot be interrupted, and it looks for its
 * transport through the class loader of the thread.
 */
final class DefaultChain implements CredentialChain {
    /** A source that is far away answers within this, or it is not there. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /**
     * Properties that name a host that the SDK asks without our door, some with a token. Maven sets whatever
     * {@code .mvn/maven.config} defines as one, so they do not come from outside of the project; the environment's do.
     */
    private static final List<String> HOST_PROPERTIES = List.of(
            "aws.containerCredentialsFullUri",
            "aws.containerCredentialsPath",
            "aws.containerServiceEndpoint",
            "aws.ec2MetadataServiceEndpoint");

    private final HttpDoor door;
    private final Environment environment;

    DefaultChain(HttpDoor door, Environment environment) {
        this.door = door;
        this.environment = environment;
    }

    @Override
    public Found resolve(Deadline deadline) throws CredentialException {
        refuseHostsOfProperties();
        Duration patience = deadline.left().compareTo(LONGEST) < 0 ? deadline.left() : LONGEST;
        Deadline end = Deadline.in(patience);
        FutureTask<Found> search = new FutureTask<>(SdkSources::search);
        Thread thread = new Thread(search, "cmk-aws-credentials");
        thread.setDaemon(true);
        thread.setContextClassLoader(
                new TransportLoader(DefaultChain.class.getClassLoader(), new DoorHttpClient(door, environment, end)));
        thread.start();
        try {
            return search.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw outOfTime("no source of AWS's chain had credentials within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outOfTime("the search for credentials was interrupted");
        } catch (ExecutionException e) {
            Throwable reason = e.getCause();
            if (reason instanceof CredentialException none) {
                throw none;
            }
            throw new CredentialException(
                    Cause.INTERNAL_FAULT,
                    "AWS's chain of credentials failed: "
                            + (reason == null ? e : reason).getClass().getName());
        } finally {
            search.cancel(true);
        }
    }

    private void refuseHostsOfProperties() throws CredentialException {
        for (String property : HOST_PROPERTIES) {
            if (environment.properties().contains(property)) {
                throw new CredentialException(
                        Cause.BROKEN_CREDENTIALS,
                        "the system property " + property
                                + " names where to look for credentials; only the environment may");
            }
        }
    }

    private static CredentialException outOfTime(String said) {
        return new CredentialException(Cause.OUT_OF_TIME, said);
    }
}
