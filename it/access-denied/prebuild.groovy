io.github.cmkverify.sim.ItClouds.start(context, port)
context.clouds.huawei.respond('600d0000-0000-4000-8000-000000000001', 403,
    '{"error":{"error_code":"KMS.0306","error_msg":"No access permission."}}')
context.clouds.databricks.respond('600d0000-0000-4000-8000-000000000001', 403,
    '{"error_code":"PERMISSION_DENIED","message":"This API is disabled for users without account admin status."}')
context.clouds.aws.respond('arn:aws:kms:us-west-2:111122223333:key/600d0002-0000-4000-8000-000000000001', 400,
    '{"__type":"AccessDeniedException","Message":"User is not authorized to perform: kms:DescribeKey"}')
return true
