package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.key.InvalidInputException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The ids of a reference: UUIDs, in lower case however they were written (provider document databricks, 1.1). */
final class Ids {
    private static final String EXAMPLE = "449e7a5c-69d3-4b8a-aaaf-5c9b713ebc65";
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    /** The id of the account. */
    static String account(String where, String written) throws InvalidInputException {
        if (isUuid(written)) {
            return written.toLowerCase(Locale.ROOT);
        }
        String hint = slip(written);
        if (written.matches("\\d{12,20}")) {
            hint = "; this looks like the number of an AWS account or of a workspace, which is another thing";
        }
        throw new InvalidInputException(
                where,
                written,
                "the id of the Databricks account, a UUID as the account console shows it, such as " + EXAMPLE + hint);
    }

    /** The id of the key configuration. */
    static String key(String where, String written) throws InvalidInputException {
        if (isUuid(written)) {
            return written.toLowerCase(Locale.ROOT);
        }
        String hint = slip(written);
        if (isPair(written)) {
            hint = "; this is an account id and a key id: the part behind the slash belongs here";
        } else if (written.startsWith("arn:")) {
            hint = "; this is an ARN of AWS: declare such a key as <aws>, or give the id of the configuration here";
        } else if (written.startsWith("projects/")) {
            hint = "; this is a key of Google Cloud: declare it as <gcp>, or give the id of the configuration here";
        } else if (written.contains(".vault.azure.")) {
            hint = "; this is a key of Azure: declare it as <azure>";
        }
        throw new InvalidInputException(
                where,
                written,
                "the id of the key configuration (customer_managed_key_id), a UUID such as " + EXAMPLE + hint);
    }

    private static boolean isPair(String written) {
        int slash = written.indexOf('/');
        return slash > 0 && isUuid(written.substring(0, slash)) && isUuid(written.substring(slash + 1));
    }

    private static String slip(String written) {
        if (written.contains("${")) {
            return "; the property in it has no value";
        }
        return written.matches("[0-9a-fA-F]{32}") ? "; the hyphens are missing" : "";
    }
}
