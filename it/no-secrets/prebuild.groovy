io.github.cmkverify.sim.ItClouds.start(context, port)
context.clouds.aws.credentials('AKIDEXAMPLE', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', 'a-session-token')
return true
