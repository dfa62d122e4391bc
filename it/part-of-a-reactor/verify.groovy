def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.log().readLines().count { it.contains('No keys are declared here') } == 1
assert run.stoppedBy('MojoExecutionException')
assert run.errors().contains('cmk.failIfNoKeys')
assert run.requests() == []
