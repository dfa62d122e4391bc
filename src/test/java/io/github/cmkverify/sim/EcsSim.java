package io.github.cmkverify.sim;

import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** The metadata service of a Huawei ECS instance (provider document huawei, 4.4). Has no agency until it is given one. */
public final class EcsSim implements SimulatedCloud {
    private static final String TOKEN_PATH = "/meta-data/latest/api/token";
    private static final String KEY_PATH = "/openstack/latest/securitykey";
    private static final String TOKEN = "metadata-token";

    private volatile int tokenStatus = 200;
    private volatile String key = "";

    /** An agency's temporary access key. */
    public EcsSim agency(String accessKeyId, String secretKey, String securityToken) {
        return answering("{\"credential\":{\"access\":\"" + accessKeyId + "\",\"secret\":\"" + secretKey
                + "\",\"securitytoken\":\"" + securityToken + "\",\"expires_at\":\"2099-10-01T12:00:00.000000Z\"}}");
    }

    /** An answer in the place of an agency's access key. */
    public EcsSim answering(String body) {
        key = body;
        return this;
    }

    /** An older service: it answers this to who wants a token, and asks for none. */
    public EcsSim tokenless(int status) {
        tokenStatus = status;
        return this;
    }

    @Override
    public MockResponse answer(RecordedRequest request) {
        String path = request.getTarget();
        if (path.equals(TOKEN_PATH)) {
            boolean asked = request.getMethod().equals("PUT")
                    && "21600".equals(request.getHeaders().get("X-Metadata-Token-Ttl-Seconds"));
            return response(asked ? tokenStatus : 400, tokenStatus == 200 ? TOKEN : "no");
        }
        if (!path.equals(KEY_PATH)) {
            return null;
        }
        String token = request.getHeaders().get("X-Metadata-Token");
        if (tokenStatus == 200 ? !TOKEN.equals(token) : token != null) {
            return response(400, "token");
        }
        return key.isEmpty() ? response(401, "Please configure Cloud Service Agency first") : response(200, key);
    }

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
