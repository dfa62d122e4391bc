def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoExecutionException')
assert run.findings() == [huawei: ['undetermined'], databricks: ['undetermined'], aws: ['undetermined']]
assert run.log() =~ /0 passed, 0 warned, 0 failed, 3 undetermined/
