package io.github.cmkverify.provider;

/** A password, key or token. Shows itself to nobody who does not ask. */
public final class Secret {
    private final String value;

    /** Wraps a value, without the white space that surrounds it in files and variables. */
    public Secret(String value) {
        this.value = value.strip();
    }

    /** The value itself: for a header or a signature, never for a message. */
    public String reveal() {
        return value;
    }

    /** Whether there is nothing in it. */
    public boolean isBlank() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
