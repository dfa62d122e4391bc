def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.requests() == []
assert run.stoppedBy('MojoExecutionException')
assert run.errors().contains('Maven is offline') && run.errors().contains('-Dcmk.offline=skip')
assert run.log().readLines().count { it.startsWith('[WARNING]') && it.contains('Nothing was verified') } == 1
assert !run.exists('target/cmk/verify-keys.json')
