package io.github.cmkverify.provider.huawei;

/** Credentials that are good for a token of the identity service alone. */
sealed interface TokenLogin extends Credentials permits Login, IdToken {
    /**
     * The request for a token.
     *
     * @param iam the identity service
     * @param scope the project that the token is for
     */
    Request tokenRequest(ServiceEndpoint iam, Scope scope);
}
