def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoFailureException')
assert run.findings() == [
    'customer documents': [],
    'invoice archive': ['scheduled-for-deletion'],
    'off-site backup': ['undetermined'],
    'workspace storage': ['missing'],
    'notebooks': ['scheduled-for-deletion'],
    'payment tokens': ['disabled'],
    'audit trail': []]
assert run.verdicts()['off-site backup'] == 'UNDETERMINED'
assert run.log() =~ /Verified 7 keys at 3 providers in .*: 2 passed, 0 warned, 4 failed, 1 undetermined/
['invoice archive', 'off-site backup', 'workspace storage', 'notebooks', 'payment tokens'].each {
    assert run.errors().contains(it)
}
if (show == 'true') run.show('red, because of the keys that it names')
