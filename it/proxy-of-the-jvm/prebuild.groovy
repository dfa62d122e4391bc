def proxy = io.github.cmkverify.sim.ItProxy.start(context, basedir, '')
new File(basedir, '.mvn').mkdir()
new File(basedir, '.mvn/jvm.config').text =
    "-Djavax.net.ssl.trustStore=trust.jks -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=${proxy.port()}\n"
return true
