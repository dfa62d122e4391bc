def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
['missing', 'disabled', 'scheduled-for-deletion'].each {
    assert run.verdicts(it) == [(it): 'FAIL']
    assert run.findings(it) == [(it): [it]]
    assert run.log() =~ /(?m)^\[INFO\] $it .*FAILURE/
    assert run.log().contains("[cmk:$it]")
}
assert run.errors().contains('workspaces that lose data: finance (5190001): STORAGE')
assert run.errors().contains('no workspace of the account uses the configuration')
assert run.stoppedBy('MojoFailureException')
