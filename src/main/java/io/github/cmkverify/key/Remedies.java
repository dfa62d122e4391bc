package io.github.cmkverify.key;

import java.util.List;

/** The commands and rights of one provider that cure a finding; values, which {@code report} lays out. */
public interface Remedies {
    /** Of a provider that nobody here knows. */
    Remedies NONE = new Remedies() {
        @Override
        public List<String> commands(FindingId finding, Asked asked) {
            return List.of();
        }

        @Override
        public String rightNeeded() {
            return "";
        }
    };

    /**
     * The provider's own commands against a finding, with the ids filled in, in the order in which they are to be typed.
     *
     * @param finding what was found
     * @param asked the link of the chain that it was found in
     * @return empty where the provider has no command for it
     */
    List<String> commands(FindingId finding, Asked asked);

    /** The right that the credentials need to ask about a key: {@code kms:DescribeKey}. */
    String rightNeeded();
}
