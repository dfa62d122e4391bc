package io.github.cmkverify.provider.aws;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** What the SDK's own settings say of its sources, for people to read. */
final class SdkSettings {
    private static final Pattern ROLE = Pattern.compile("[\\w+=,.@:/-]{1,300}");

    private static final String USUAL = "default";

    private SdkSettings() {}

    /** Whether one of these is set, as a variable or as a system property. */
    static boolean anySet(SdkSystemSetting... settings) {
        return Stream.of(settings).anyMatch(setting -> setting.getStringValue().isPresent());
    }

    /** The name of the profile that counts. */
    static String profileName() {
        return ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow();
    }

    /** Whether somebody wrote or named the profile; a file that cannot be read counts, too. */
    static boolean isProfileThere() {
        try {
            return !profileName().equals(USUAL) || profile().isPresent();
        } catch (RuntimeException e) {
            // The SDK's name for a file that it cannot read; its own reason for that is told.
            return true;
        }
    }

    /** The role that the profile assumes or signs in to; empty where it has none. */
    static String roleOfProfile() {
        return profile()
                .flatMap(profile -> profile.property("role_arn").or(() -> profile.property("sso_role_name")))
                .map(SdkSettings::shown)
                .orElse("");
    }

    /** The role of the web identity token. */
    static String roleOfWebIdentity() {
        return SdkSystemSetting.AWS_ROLE_ARN
                .getStringValue()
                .map(SdkSettings::shown)
                .orElse("");
    }

    private static Optional<Profile> profile() {
        return ProfileFile.defaultProfileFile().profile(profileName());
    }

    private static String shown(String role) {
        return ROLE.matcher(role).matches() ? ", role " + role : "";
    }
}
