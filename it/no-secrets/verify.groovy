def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
def reports = ['settings', 'environment'].collect { "target/cmk/verify-keys-from-${it}.json".toString() }
assert run.verdictsIn(reports[0]) == [documents: 'PASS', archive: 'PASS']
assert run.verdictsIn(reports[1]) == [workspace: 'PASS', backups: 'PASS', pictures: 'PASS']
def secrets = ['SKTEST', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', 'a-session-token', 'demo-secret', 'Bearer ', 'Signature=']
def encoded = ['SKTEST', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', 'a-session-token', 'demo-client:demo-secret']
secrets += encoded.collect { it.bytes.encodeBase64().toString() } + encoded.collect { URLEncoder.encode(it, 'UTF-8') }
(reports + 'build.log').each { file ->
    def text = new File(basedir, file).text
    secrets.each { assert !text.contains(it) }
}
return true
