def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
def json = new com.fasterxml.jackson.databind.ObjectMapper()
def evidence = { folder ->
    def keys = json.readTree(new File(basedir, "target/$folder/verify-keys.json")).path('keys')
    assert keys.size() == 2 && keys.every { it.path('verdict').asText() == 'PASS' }
    keys.collectMany { it.path('evidence').collect() }
}
assert evidence('asked').every { !it.has('servedFrom') }
assert evidence('served').every { it.path('servedFrom').asText() == 'cache' && it.path('ageSeconds').asInt() < 3600 }
assert evidence('served').collect { it.path('askedAt') } == evidence('asked').collect { it.path('askedAt') }
assert run.requests().size() == evidence('asked').size()
assert run.log().count('Not asked in this build, but answered in an earlier one (cmk.maxAge): ') == 2
assert run.log().readLines().any { it.startsWith('[WARNING] Not verified') && it.contains(':key/600d0001') }
assert !run.exists('target/more/verify-keys.json')
def kept = new File(basedir, 'home/.cache/cmk-maven-plugin').listFiles()
assert kept.size() == 4 // two questions of the followed key, one of the other, and the key of their seals
kept.each { file -> ['SKTEST', 'demo-secret', 'wJalrXUtnFEMI'].each { assert !file.getText('ISO-8859-1').contains(it) } }
return true
