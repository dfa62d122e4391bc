package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Servers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sources of credentials in their order; the first that is there is final. Names of variables and files are those of
 * the SDK and the two Terraform providers (provider document huawei, 4.5).
 */
final class CredentialChain {
    private static final VariableFamily SDK = new VariableFamily(
            List.of("HUAWEICLOUD_SDK_AK"),
            List.of("HUAWEICLOUD_SDK_SK"),
            List.of("HUAWEICLOUD_SDK_SECURITY_TOKEN"),
            List.of("HUAWEICLOUD_SDK_PROJECT_ID"));
    private static final VariableFamily HW = new VariableFamily(
            List.of("HW_ACCESS_KEY"), List.of("HW_SECRET_KEY"), List.of("HW_SECURITY_TOKEN"), List.of("HW_PROJECT_ID"));
    private static final VariableFamily OS = new VariableFamily(
            List.of("OS_ACCESS_KEY", "OS_ACCESS_KEY_ID", "OS_AK"),
            List.of("OS_SECRET_KEY", "OS_ACCESS_KEY_SECRET", "OS_SK"),
            List.of("OS_SECURITY_TOKEN", "OS_AKSK_SECURITY_TOKEN", "OS_ST"),
            List.of("OS_PROJECT_ID", "OS_TENANT_ID"));

    private final Environment environment;
    private final Servers servers;
    private final OpenStackVariables openStack;
    private final AgencyMetadata metadata;
    private final Remembered remembered;

    CredentialChain(ProviderContext context, Endpoints endpoints, AgencyMetadata metadata) {
        this.metadata = metadata;
        environment = context.environment();
        servers = context.servers();
        remembered = new Remembered(context.memory(), environment.clock());
        openStack = new OpenStackVariables(environment, endpoints);
    }

    /**
     * The credentials to ask about a key with.
     *
     * @param deadline no request outlives it; only the last source makes any
     * @throws CredentialException if a source is broken, or none holds any
     */
    Credentials find(KeyReference reference, Deadline deadline) throws CredentialException, InvalidInputException {
        List<CredentialSource> sources = sources(reference, deadline);
        for (CredentialSource source : sources) {
            Optional<Credentials> found = source.find();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new CredentialException(
                Cause.NO_CREDENTIALS,
                sources.stream().map(CredentialSource::name).collect(Collectors.joining("; ")));
    }

    private List<CredentialSource> sources(KeyReference reference, Deadline deadline) throws InvalidInputException {
        HuaweiKey key = HuaweiKey.of(reference);
        return List.of(
                new ServerSource(servers, reference.serverId()),
                new AccessKeyVariables(environment, SDK),
                new AccessKeyVariables(environment, HW),
                openStack.guard(key, new AccessKeyVariables(environment, OS)),
                new TokenVariables(environment, List.of("HW_AUTH_TOKEN"), HW.project()),
                openStack.guard(
                        key, new TokenVariables(environment, List.of("OS_AUTH_TOKEN", "OS_TOKEN"), OS.project())),
                new LoginVariables(
                        environment,
                        List.of("HW_USER_NAME"),
                        List.of("HW_USER_PASSWORD"),
                        List.of("HW_DOMAIN_NAME"),
                        HW.project()),
                openStack.guard(
                        key,
                        new LoginVariables(
                                environment,
                                List.of("OS_USERNAME"),
                                List.of("OS_PASSWORD"),
                                List.of("OS_USER_DOMAIN_NAME", "OS_DOMAIN_NAME"),
                                OS.project())),
                new IdTokenVariables(environment, SDK.project()),
                new ProfileSource(environment),
                new AgencySource(metadata, remembered, deadline));
    }
}
