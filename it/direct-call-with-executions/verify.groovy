def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoFailureException')
assert run.verdicts() == ['of the plugin': 'PASS', 'of the execution': 'FAIL']
