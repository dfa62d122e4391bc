def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoExecutionException')
assert run.findings() == [huawei: ['undetermined'], databricks: ['undetermined'], aws: ['undetermined']]
