package io.github.cmkverify.report;

import io.github.cmkverify.key.FindingId;

/** The pages of this project's site that explain findings. */
final class Help {
    /** Where {@code src/site} is published. */
    static final String SITE = "https://cmkverify.github.io/cmk-maven-plugin/";

    private Help() {}

    /** The page of a finding. */
    static String page(FindingId finding) {
        return SITE + "findings/" + finding.id() + ".html";
    }
}
