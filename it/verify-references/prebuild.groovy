io.github.cmkverify.sim.ItClouds.start(context, port)
context.userProperties['cmk.keys'] =
    "huawei://eu-de/0123456789abcdef0123456789abcdef/600d0000-0000-4000-8000-000000000001?endpoint=http://127.0.0.1:$port".toString() + ',arn:aws:kms:us-west-2:111122223333:key/d15ab1ed-0000-4000-8000-000000000001'
return true
