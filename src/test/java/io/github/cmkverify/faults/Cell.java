package io.github.cmkverify.faults;

import java.util.Locale;

/**
 * One cell of the matrix.
 *
 * @param once whether the trouble is over after the first time
 */
record Cell(Talk talk, Step step, Trouble trouble, boolean once) {
    String words() {
        return trouble.name().toLowerCase(Locale.ROOT).replace('_', ' ') + (once ? ", once" : "");
    }

    @Override
    public String toString() {
        return talk.name() + ", " + step.name() + ": " + words();
    }
}
