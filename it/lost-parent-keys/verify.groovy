def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.verdicts() == ['of the parent': 'PASS']
assert run.stoppedBy('MojoExecutionException')
assert run.errors().contains('600d0000-0000-4000-8000-000000000001')
assert run.errors().contains('combine.children="append"')
assert !run.exists('child/target/cmk/verify-keys.json')
assert run.requests().size() == 1
