def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoFailureException')
assert run.verdicts() == [
    'huawei://eu-de/0123456789abcdef0123456789abcdef/600d0000-0000-4000-8000-000000000001': 'PASS',
    'arn:aws:kms:us-west-2:111122223333:key/d15ab1ed-0000-4000-8000-000000000001': 'FAIL']
