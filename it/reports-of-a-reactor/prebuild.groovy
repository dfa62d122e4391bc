io.github.cmkverify.sim.ItClouds.start(context, port)
context.userProperties['cmk.reports'] = 'json,junit,sarif,html'
new File(basedir, '.git').mkdirs()
new File(basedir, 'keys.txt').text = """# declared elsewhere

huawei://eu-de/0123456789abcdef0123456789abcdef/404f0001-0000-4000-8000-000000000001?endpoint=http://127.0.0.1:$port
"""
return true
