def run = io.github.cmkverify.sim.ItRun.of(context, basedir)
def json = new com.fasterxml.jackson.databind.ObjectMapper()
['clear', 'encrypted'].each {
    def keys = json.readTree(new File(basedir, "target/$it/verify-keys.json")).path('keys')
    def askedBy = [:]
    keys.each { key -> askedBy[key.path('name').asText()] = key.path('evidence').path(0).path('identity').asText() }
    assert keys.every { key -> key.path('verdict').asText() == 'PASS' }
    assert askedBy.documents.startsWith('server cmk-huawei of settings.xml')
    assert askedBy.workspace.startsWith('server cmk-databricks of settings.xml')
    assert askedBy.tokens.startsWith('server cmk-aws-prod of settings.xml')
}
['SKTEST', 'demo-secret', 'wJalrXUtnFEMI'].each { assert !run.log().contains(it) }
// Maven 4 decrypts all servers itself, and stops before any plugin when it cannot.
assert run.log().contains("server 'cmk-huawei' of settings.xml cannot be decrypted") ||
        run.log().contains('Could not decrypt password')
assert run.log().count('PASS  ') == 6
assert run.log().count('BUILD SUCCESS') == 2
