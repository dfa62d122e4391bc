def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
['one', 'two', 'three', 'four', 'five'].each {
    assert run.verdicts(it) == [shared: 'PASS', (it): 'PASS']
}
assert run.requests().size() == 6
assert run.bodies().count { it.contains('600d0000-0000-4000-8000-000000000001') } == 1
