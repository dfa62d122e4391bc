import java.time.LocalDate
import java.time.ZoneOffset

io.github.cmkverify.sim.ItClouds.start(context, port)
def today = LocalDate.now(ZoneOffset.UTC)
context.userProperties['yesterday'] = today.minusDays(1).toString()
new File(basedir, '.mvn').mkdir()
new File(basedir, 'waivers.xml').text = """<waivers>
  <waiver>
    <key>huawei://eu-de/0123456789abcdef0123456789abcdef/d15ab1ed-0000-4000-8000-000000000001</key>
    <finding>disabled</finding>
    <until>${today.plusDays(10)}</until>
    <reason>SEC-8, enabled again after the audit</reason>
  </waiver>
</waivers>"""
return true
