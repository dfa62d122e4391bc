def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.verdicts() == [
    'customer documents': 'PASS',
    'workspace storage': 'PASS',
    'payment tokens': 'PASS',
    'arn:aws:kms:us-west-2:111122223333:key/600d0002-0000-4000-8000-000000000001': 'PASS']
assert run.report().at('/summary/passed').asInt() == 4
assert run.report().at('/project').asText() == 'io.github.cmkverify.it:all-enabled:1'
assert run.operations('workspace storage').last() == 'DescribeKey'
assert run.log() =~ /Verified 4 keys at 3 providers in .*: 4 passed/
if (show == 'true') run.show('green')
