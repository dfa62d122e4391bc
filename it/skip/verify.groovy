def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.log().readLines().count { it.contains('cmk.skip') } == 1
assert !run.exists('target/cmk/verify-keys.json')
assert run.requests() == []
