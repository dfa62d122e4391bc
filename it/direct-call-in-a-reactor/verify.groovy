def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.verdicts('orders') == [orders: 'PASS']
assert run.verdicts('billing') == [billing: 'FAIL']
assert run.stoppedBy('MojoFailureException')
