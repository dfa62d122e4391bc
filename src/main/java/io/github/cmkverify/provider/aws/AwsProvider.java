package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.AllowedHosts;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Doubts;
import io.github.cmkverify.provider.Evidences;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.ProviderContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Asks AWS KMS about keys. */
public final class AwsProvider implements KeyProvider {
    private static final String OPERATION = "DescribeKey";
    /** Waits before a key that is between two states is asked again. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4));

    private final ProviderContext context;
    private final AwsCredentialSources credentials;
    private final List<Duration> pauses;
    /** Where the keys of a region are asked for whose declaration names no other place. */
    private final Map<String, AwsEndpoint> endpoints = new ConcurrentHashMap<>();

    /** A provider with AWS's own chain of credentials; looks for nothing yet. */
    public AwsProvider(ProviderContext context) {
        this(context, deadline -> new DefaultChain(context.door(), context.environment()).resolve(deadline), PAUSES);
    }

    AwsProvider(ProviderContext context, CredentialChain chain, List<Duration> pauses) {
        this.context = context;
        this.credentials = new AwsCredentialSources(context, chain);
        this.pauses = pauses;
    }

    @Override
    public void check(KeyReference reference) throws InvalidInputException {
        AwsEndpoint endpoint = endpoint(key(reference), reference);
        AllowedHosts.check(context.door(), endpoint.namedBy(), endpoint.url(), endpoint.hosts());
    }

    @Override
    public String address(KeyReference reference) throws InvalidInputException {
        return endpoint(key(reference), reference).url();
    }

    @Override
    public Asked ask(KeyReference reference, Duration budget) {
        Deadline deadline = Deadline.in(budget);
        List<Evidence> evidence = new ArrayList<>();
        return new Asked(reference, answer(reference, deadline, evidence), evidence);
    }

    private KeyAnswer answer(KeyReference reference, Deadline deadline, List<Evidence> evidence) {
        try {
            AwsKey key = key(reference);
            AwsEndpoint endpoint = endpoint(key, reference);
            AwsIdentity who = credentials.find(reference, deadline);
            Iterator<Duration> waits = pauses.iterator();
            KeyAnswer answer = describe(key, endpoint, who, deadline, evidence);
            while (isTransient(answer) && waits.hasNext() && pause(waits.next(), deadline)) {
                answer = describe(key, endpoint, who, deadline, evidence);
            }
            return answer;
        } catch (InvalidInputException e) {
            return new Undetermined(Cause.POINTS_NOWHERE, null, String.valueOf(e.getMessage()));
        } catch (CredentialException e) {
            return new Undetermined(e.reason(), null, String.valueOf(e.getMessage()));
        }
    }

    private KeyAnswer describe(
            AwsKey key, AwsEndpoint endpoint, AwsIdentity who, Deadline deadline, List<Evidence> evidence) {
        HttpResult result = context.door().send(DescribeKeyRequest.of(key, endpoint, who), deadline);
        if (result instanceof HttpAnswer answer) {
            evidence.add(Evidences.of(answer, OPERATION, answer.header("x-amzn-requestid"), who.shown()));
            return DescribeKeyAnswer.read(key, answer);
        }
        evidence.add(Evidences.of(result, OPERATION, null, who.shown()));
        return Doubts.of((HttpFailure) result);
    }

    private static boolean isTransient(KeyAnswer answer) {
        if (answer instanceof Described described) {
            return described.facts().rawState().equals(KeyMetadata.CREATING);
        }
        return answer instanceof Undetermined doubt && doubt.cause() == Cause.TRANSIENT_STATE;
    }

    /** Waits, unless there is no time left to ask again or somebody wants us to end. */
    private static boolean pause(Duration wait, Deadline deadline) {
        if (deadline.left().compareTo(wait) <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static AwsKey key(KeyReference reference) throws InvalidInputException {
        return AwsKey.of("reference", reference.text());
    }

    private AwsEndpoint endpoint(AwsKey key, KeyReference reference) throws InvalidInputException {
        if (!reference.options().isEmpty()) {
            return AwsEndpoint.of(key, reference, context.environment());
        }
        String region = key.partition() + " " + key.region();
        AwsEndpoint known = endpoints.get(region);
        if (known == null) {
            known = AwsEndpoint.of(key, reference, context.environment());
            endpoints.put(region, known);
        }
        return known;
    }
}
