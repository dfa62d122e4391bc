def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoFailureException')
assert run.verdicts() == [gone: 'FAIL', disabled: 'FAIL', denied: 'UNDETERMINED', healthy: 'PASS']
assert run.findings() == [gone: ['missing'], disabled: ['disabled'], denied: ['undetermined'], healthy: []]
['gone', 'disabled', 'denied'].each {
    assert run.operations(it).last() == 'DescribeKey'
}
assert run.errors().contains('arn:aws:kms:us-west-2:111122223333:key/404f0000-0000-4000-8000-000000000001')
