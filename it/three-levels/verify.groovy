def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
def expected = [
    '.': ['of the root'],
    'middle': ['of the root', 'of the middle'],
    'middle/one': ['of the root', 'of the middle', 'of one', 'of the profile'],
    'middle/two': ['of two']]
expected.each { module, keys -> assert run.verdicts(module) == keys.collectEntries { [it, 'PASS'] } }
assert run.requests().size() == 5
assert !run.log().contains('[INFO]')
