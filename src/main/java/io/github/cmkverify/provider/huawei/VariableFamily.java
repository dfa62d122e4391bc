package io.github.cmkverify.provider.huawei;

import java.util.List;

/**
 * The environment variables of one tool, each with its aliases, the first that is set counts.
 *
 * @param accessKey hold an access key id
 * @param secretKey hold its secret
 * @param securityToken hold the token of a temporary access key
 * @param project hold the id of a project
 */
record VariableFamily(
        List<String> accessKey, List<String> secretKey, List<String> securityToken, List<String> project) {}
