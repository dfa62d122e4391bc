def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoExecutionException')
assert run.errors().contains('not-a-key-id')
assert !run.exists('target/cmk/verify-keys.json')
assert !run.exists('target/cmk/verify-keys.all.json')
assert run.requests() == []
