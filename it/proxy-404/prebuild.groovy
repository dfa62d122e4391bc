io.github.cmkverify.sim.ItClouds.start(context, port)
context.clouds.simulator.spoil('600d0000', io.github.cmkverify.sim.Fault.HTML_404)
return true
