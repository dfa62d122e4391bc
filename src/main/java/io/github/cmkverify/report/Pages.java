package io.github.cmkverify.report;

import io.github.cmkverify.key.FindingId;

/** The pages of the documentation that reports link to. */
final class Pages {
    private static final String SITE = "https://cmkverify.github.io/cmk-maven-plugin/";

    private Pages() {}

    /** The start page. */
    static String home() {
        return SITE;
    }

    /** What a finding means, and how to cure it. */
    static String of(FindingId finding) {
        return SITE + "findings/" + finding.id() + ".html";
    }
}
