def login = okhttp3.Credentials.basic('proxy-user', 'pr0xy-Passw0rd')
def proxy = io.github.cmkverify.sim.ItProxy.start(context, basedir, login)
def settings = new File(basedir, 'company-settings.xml')
settings.text = settings.text.replace('PORT', "${proxy.port()}")
return true
