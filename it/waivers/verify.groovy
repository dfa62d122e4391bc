def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
assert run.stoppedBy('MojoFailureException')
assert run.verdicts('covered') == [archive: 'WARN']
def waiver = run.report('covered').at('/keys/0/findings/0/waiver')
assert waiver.path('reason').asText() == 'SEC-8, enabled again after the audit'
assert run.log().contains('waived until ' + waiver.path('until').asText() + ': SEC-8')
assert run.report('covered').at('/notices/0/id').asText() == 'waiver-ends-soon'
assert run.verdicts('ended') == [old: 'FAIL']
assert run.report('ended').at('/keys/0/findings/0/waiver').isNull()
assert run.report('ended').at('/notices/0/id').asText() == 'waiver-ended'
assert run.log().contains('[WARNING] The waiver of scheduled-for-deletion for old ended on')
assert !run.errors().contains('archive')
