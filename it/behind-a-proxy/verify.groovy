def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
def asked = io.github.cmkverify.sim.ItProxy.asked(context)
assert run.verdicts() == [documents: 'PASS', 'inside the company': 'UNDETERMINED']
assert asked == ['CONNECT kms.eu-de.otc.t-systems.com:443']
assert run.errors().contains('host unknown')
assert run.stoppedBy('MojoExecutionException')
assert !run.log().contains('pr0xy-Passw0rd') && !run.log().contains('SKTEST')
