package io.github.cmkverify.report;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names the link of a chain that a finding was made in, and the request that showed it. */
final class Place {
    /** Longer ids are pronounced as words. */
    private static final int LONGEST_ACRONYM = 3;

    private Place() {}

    /** A provider as people write it: {@code AWS}, {@code Huawei}. */
    static String provider(String id) {
        return id.length() <= LONGEST_ACRONYM
                ? id.toUpperCase(Locale.ROOT)
                : id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }

    /** The key of a finding as the subject of a sentence: {@code the AWS key behind it, arn:…,}. */
    static String subject(Verdict verdict, Finding finding) {
        return finding.link() == 0 ? "the key" : behind(verdict, finding) + ",";
    }

    /** The link of a finding in front of a sentence of its own; empty for the key that was declared. */
    static String prefix(Verdict verdict, Finding finding) {
        return finding.link() == 0 ? "" : behind(verdict, finding) + ": ";
    }

    private static String behind(Verdict verdict, Finding finding) {
        Asked link = verdict.linkOf(finding);
        String what = isAlias(verdict, finding.link()) ? " alias that is expected, " : " key behind it, ";
        return "the " + provider(link.reference().provider())
                + what
                + SafeText.line(link.reference().text());
    }

    /** Whether a link is no key behind another, but the question about an alias that is expected. */
    static boolean isAlias(Verdict verdict, int link) {
        return link > 0 && !(verdict.chain().get(link - 1).answer() instanceof KeyAnswer.PointsTo);
    }

    /** The last request of a link: where it went, what it was, what came back. Empty where there was none. */
    static String request(Asked link) {
        if (link.evidence().isEmpty()) {
            return "";
        }
        Evidence last = link.evidence().get(link.evidence().size() - 1);
        String endpoint = SafeText.cut(last.endpoint());
        if (last.attempts() == 0) {
            return "nothing was sent to " + endpoint;
        }
        List<String> parts = new ArrayList<>();
        parts.add((last.status() == 0 ? "asked at " : "seen at ") + endpoint);
        parts.add(SafeText.cut(last.operation()));
        parts.add(last.status() == 0 ? "no answer" : "HTTP " + last.status());
        if (last.attempts() > 1) {
            parts.add(last.attempts() + " attempts");
        }
        String requestId = SafeText.cut(last.requestId());
        if (!requestId.isEmpty()) {
            parts.add("request " + requestId);
        }
        return String.join(", ", parts);
    }

    /** Who asked, as the last request of a link names it; empty where nobody did. */
    static String identity(Asked link) {
        return link.evidence().isEmpty()
                ? ""
                : SafeText.cut(link.evidence().get(link.evidence().size() - 1).identity());
    }
}
