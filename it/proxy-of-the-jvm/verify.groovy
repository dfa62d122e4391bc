def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
def asked = io.github.cmkverify.sim.ItProxy.asked(context)
assert run.verdicts() == [documents: 'PASS']
assert asked == ['CONNECT kms.eu-de.otc.t-systems.com:443']
