def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoExecutionException')
assert run.errors().contains('failIfNoKeys')
assert run.requests() == []
