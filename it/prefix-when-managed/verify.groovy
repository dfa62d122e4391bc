def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.verdicts('two') == [two: 'PASS']
assert run.verdicts('three') == [three: 'PASS']
assert !run.exists('one/target')
assert run.requests().size() == 2
