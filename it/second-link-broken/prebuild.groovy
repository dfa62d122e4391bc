io.github.cmkverify.sim.ItClouds.start(context, port)
context.clouds.aws.respond('arn:aws:kms:us-west-2:111122223333:key/600d0000-0000-4000-8000-000000000001', 400,
    '{"__type":"AccessDeniedException","Message":"User is not authorized to perform: kms:DescribeKey"}')
return true
