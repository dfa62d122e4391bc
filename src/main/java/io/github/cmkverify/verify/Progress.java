package io.github.cmkverify.verify;

/** Told from time to time while a verification takes long. */
@FunctionalInterface
public interface Progress {
    /**
     * Some keys are done.
     *
     * @param done how many keys are done
     * @param all how many there are
     */
    void at(int done, int all);
}
