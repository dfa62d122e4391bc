io.github.cmkverify.sim.ItClouds.start(context, port)
