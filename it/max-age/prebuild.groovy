io.github.cmkverify.sim.ItClouds.start(context, port)
def home = new File(basedir, 'home') // of this project alone, and empty
home.deleteDir()
home.mkdirs()
new File(basedir, '.mvn').mkdir()
new File(basedir, '.mvn/jvm.config').text = "-Duser.home=home"
return true
