def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
def json = { new groovy.json.JsonSlurper().parse(new File(basedir, it)) }
def place = { file, id -> "$file:${new File(basedir, file).readLines().findIndexOf { it.contains(id) } + 1}".toString() }
def places = { report ->
    json(report).runs[0].results.collect {
        def physical = it.locations[0].physicalLocation
        "$physical.artifactLocation.uri:$physical.region.startLine".toString()
    }.sort()
}
def inherited = [place('keys.txt', '404f0001'), place('pom.xml', 'd15ab1ed'), place('pom.xml', 'dead0000')]
assert places('target/cmk/verify-keys.sarif') == inherited.sort()
assert places('child/target/cmk/verify-keys.sarif') == (inherited + place('child/pom.xml', '404f0000')).sort()
assert places('target/cmk/verify-keys.all.sarif') == places('child/target/cmk/verify-keys.sarif')

def joined = json('target/cmk/verify-keys.all.json')
assert joined.complete
assert joined.expected == ['io.github.cmkverify.it:child', 'io.github.cmkverify.it:reports-of-a-reactor']
assert joined.summary == [keys: 7, passed: 0, warned: 0, failed: 7, undetermined: 0]
assert joined.reports*.project.sort() == ['io.github.cmkverify.it:child:1', 'io.github.cmkverify.it:reports-of-a-reactor:1']

def suites = new groovy.xml.XmlParser().parse(new File(basedir, 'target/cmk/verify-keys.all.junit.xml'))
assert suites.testsuite*.@failures*.toInteger().sum() == 7
assert suites.testsuite.testcase.failure.size() == 7

['', 'child/'].each { module ->
    ['json', 'junit.xml', 'sarif', 'html'].each { suffix ->
        def file = new File(basedir, "${module}target/cmk/verify-keys.$suffix")
        def sha256 = file.bytes.digest('SHA-256')
        assert run.log().contains("Report ${module}target/cmk/verify-keys.$suffix, SHA-256 $sha256")
    }
}
def last = run.log().readLines().findAll { it.contains('verify-keys.all.json, SHA-256') }.last()
assert last.endsWith(new File(basedir, 'target/cmk/verify-keys.all.json').bytes.digest('SHA-256'))
assert new File(basedir, 'target/cmk/verify-keys.all.html').exists()
assert new File(basedir, 'summary.md').readLines().count { it.startsWith('| FAIL |') } == 7
