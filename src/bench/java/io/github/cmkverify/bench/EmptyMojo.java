package io.github.cmkverify.bench;

import org.apache.maven.plugin.AbstractMojo;

/** A goal that does nothing: what every plugin costs. {@link EmptyPlugin} makes a plugin of it. */
public final class EmptyMojo extends AbstractMojo {
    @Override
    public void execute() {
        getLog().debug("nothing");
    }
}
