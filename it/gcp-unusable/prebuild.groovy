io.github.cmkverify.sim.ItClouds.start(context, port)
new File(basedir, 'gcp-credentials.json').text =
    io.github.cmkverify.sim.GcpSim.serviceAccount("http://127.0.0.1:$port")
return true
