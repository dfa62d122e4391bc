def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoExecutionException')
assert run.errors().contains('requestTimeOut')
assert run.errors().contains('requestTimeout')
assert run.errors().contains("3 mistakes")
assert run.errors().contains('<regoin>')
assert run.errors().contains('cmk.verbose')
assert run.requests() == []
