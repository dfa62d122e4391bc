package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.http.HostRule;

/**
 * Where a service is asked.
 *
 * @param url its address
 * @param hosts which hosts may be asked in its name
 * @param namedBy what named it: a child of the element, or an environment variable
 * @param realm whose accounts it knows: the cloud, or the server itself where somebody named it
 */
record ServiceEndpoint(EndpointUrl url, HostRule hosts, String namedBy, String realm) {}
