def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoExecutionException')
assert run.verdicts() == [huawei: 'UNDETERMINED', databricks: 'UNDETERMINED', aws: 'UNDETERMINED']
assert run.requests() == []
