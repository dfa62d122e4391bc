def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoExecutionException')
assert run.errors().contains('huawai')
['databricks', 'huawei', 'aws'].each { assert run.errors().contains(it) }
assert run.requests() == []
