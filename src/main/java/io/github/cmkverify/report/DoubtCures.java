package io.github.cmkverify.report;

import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.Remedies;
import java.util.List;

/** What to do where nobody could tell: one cure for each cause. */
final class DoubtCures {
    private static final String AGAIN = "run again";

    private DoubtCures() {}

    static String cure(Doubt doubt, Remedies remedies) {
        String provider = doubt.provider();
        return switch (doubt.cause()) {
            case NO_CREDENTIALS ->
                "Set one of these sources, or add <server> '" + serverId(doubt) + "' to settings.xml.";
            case BROKEN_CREDENTIALS -> "Repair or remove that source; the ones after it are not tried in its place.";
            case AUTHENTICATION_REFUSED -> refused(doubt);
            case NOT_ASKED_AGAIN ->
                "Look for the first refusal in this build and correct those credentials; asking on could lock them.";
            case ACCESS_DENIED -> "Grant " + right(remedies) + " on this key to " + asker(doubt) + ".";
            case ACCOUNT_UNKNOWN ->
                "Check the account or project of the declaration, and that the credentials belong to it.";
            case NETWORK_DENIED ->
                "Add the address of this machine to the access list of " + provider
                        + ", or run where it is let in (VPN, private link).";
            case WRONG_SERVICE ->
                "Check the endpoint, region and cloud of the declaration, and any proxy. This says nothing of the key.";
            case WRONG_REGION -> "Declare the region that the key lives in.";
            case REQUEST_REFUSED ->
                "Check the ids of the declaration. Where they are right, report a defect of this plugin.";
            case HOST_NOT_ALLOWED ->
                "If you trust it, set CMK_ALLOWED_HOSTS=" + host(doubt)
                        + " in the environment, or list it in <allowedHosts> of server 'cmk' in settings.xml.";
            case HOST_UNKNOWN ->
                "Check the region and endpoint of the declaration, then DNS, VPN and proxy of this machine.";
            case NOT_REACHED -> notReached(doubt);
            case TLS_FAILED ->
                "Check who answers there. Where a proxy opens TLS, its certificate must be in Java's trust store.";
            case TIMED_OUT ->
                "Check the network and " + AGAIN + ", or give a request more time: -Dcmk.requestTimeout (seconds).";
            case OUT_OF_TIME -> "Give the run more time: -Dcmk.timeout (seconds, 60 unless set).";
            case THROTTLED ->
                "Wait and " + AGAIN + ". Should it stay so, raise -Dcmk.timeout or run fewer builds at once.";
            case SERVICE_FAULT -> "Wait and " + AGAIN + "; look at the status page of " + provider + ".";
            case REDIRECTED ->
                "Check the host and the account of the declaration; a login page or a gateway often answers so.";
            case STRANGE_ANSWER ->
                "Check that no proxy answers in the place of " + provider
                        + ". Otherwise report it, with the request id.";
            case OTHER_KEY -> "Check the id and account of the declaration, and any proxy or cache on the way.";
            case UNKNOWN_STATE ->
                "Look the key up in the console of " + provider + ", and report the state to this project.";
            case TRANSIENT_STATE -> "Wait a few minutes and " + AGAIN + ".";
            case POINTS_NOWHERE ->
                "Look the configuration up at " + provider + ", or declare the key behind it by itself.";
            case LIST_DISAGREES -> "It may have been changed just now: " + AGAIN + ". Otherwise ask " + provider + ".";
            case INTERNAL_FAULT -> "Please report it with the output of this run; the key itself may be fine.";
        };
    }

    private static String notReached(Doubt doubt) {
        if (!doubt.isOfProxy()) {
            return "Check network, firewall and the <proxies> of settings.xml, then " + AGAIN + ".";
        }
        return doubt.mentions("407 from")
                ? "Give it the <username> and <password> that it wants, as a <proxy> in settings.xml."
                : "Ask those who run the proxy to let this host through, or name it in <nonProxyHosts> of settings.xml.";
    }

    private static String refused(Doubt doubt) {
        if (doubt.mentions(
                "RequestExpired",
                "RequestTimeTooSkewed",
                "Signature expired",
                "x-sdk-date",
                "not yet current",
                "clock skew")) {
            return "Set the clock of this machine: it differs by minutes from that of " + doubt.provider() + ". Then "
                    + AGAIN + ".";
        }
        if (doubt.mentions("reach the limit")) {
            return "Wait five minutes: the access key is locked after refusals. Correct it before you " + AGAIN + ".";
        }
        if (doubt.mentions("expired", "KMS.0303", "APIGW.0307", "APIG.0307", "token must be updated")) {
            return "The token or session has expired: get a new one, then " + AGAIN + ".";
        }
        if (doubt.mentions("signature fail", "InvalidSignature", "SignatureDoesNotMatch")) {
            return "Check that the secret belongs to this access key, and that the clock of this machine is right. "
                    + "The pair is not tried again in this build.";
        }
        return "Replace these credentials: they are wrong, expired or revoked. They are not tried again in this build.";
    }

    private static String right(Remedies remedies) {
        String right = SafeText.line(remedies.rightNeeded());
        return right.isEmpty() ? "the right to read it" : right;
    }

    private static String asker(Doubt doubt) {
        String identity = Place.identity(doubt.link());
        return identity.isEmpty() ? "who asks" : "who asks (" + identity + ")";
    }

    private static String serverId(Doubt doubt) {
        return SafeText.line(doubt.link().reference().serverId());
    }

    private static String host(Doubt doubt) {
        List<Evidence> evidence = doubt.link().evidence();
        if (evidence.isEmpty()) {
            return doubt.said().isEmpty() ? "HOST" : doubt.said();
        }
        String endpoint = SafeText.cut(evidence.get(evidence.size() - 1).endpoint());
        // Scheme and port of an endpoint; an IPv6 address keeps its colons and brackets.
        return endpoint.replaceFirst("^[a-z]+://", "").replaceFirst(":\\d+$", "");
    }
}
