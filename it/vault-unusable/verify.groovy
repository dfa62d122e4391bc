def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
['missing', 'scheduled-for-deletion'].each {
    assert run.verdicts(it) == [(it): 'FAIL']
    assert run.findings(it) == [(it): [it]]
    assert run.log() =~ /(?m)^\[INFO\] $it .*FAILURE/
    assert run.log().contains("[cmk:$it]")
}
assert run.errors().contains('bao write -f transit/keys/dead0000/soft-delete-restore')
assert run.stoppedBy('MojoFailureException')
