def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
['missing', 'disabled', 'scheduled-for-deletion'].each {
    assert run.verdicts(it) == [(it): 'FAIL']
    assert run.findings(it) == [(it): [it]]
    assert run.log() =~ /(?m)^\[INFO\] $it .*FAILURE/
    assert run.log().contains("[cmk:$it]")
}
assert run.stoppedBy('MojoFailureException')
