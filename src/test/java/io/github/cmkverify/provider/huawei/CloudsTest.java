package io.github.cmkverify.provider.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudsTest {
    @ParameterizedTest
    @CsvSource({
        "eu-de, https://kms.eu-de.otc.t-systems.com, https://iam.eu-de.otc.t-systems.com",
        "eu-nl, https://kms.eu-nl.otc.t-systems.com, https://iam.eu-nl.otc.t-systems.com",
        "eu-ch2, https://kms.eu-ch2.sc.otc.t-systems.com, https://iam-pub.eu-ch2.sc.otc.t-systems.com",
        "eu-west-0, https://kms.eu-west-0.prod-cloud-ocb.orange-business.com,"
                + " https://iam.eu-west-0.prod-cloud-ocb.orange-business.com",
        "eu-west-101, https://kms.eu-west-101.myhuaweicloud.eu, https://iam.eu-west-101.myhuaweicloud.eu",
        "eu-west-1010, https://kms.eu-west-1010.myhuaweicloud.com, https://iam.eu-west-1010.myhuaweicloud.com",
        "cn-north-4, https://kms.cn-north-4.myhuaweicloud.com, https://iam.cn-north-4.myhuaweicloud.com",
        "ap-southeast-1, https://kms.ap-southeast-1.myhuaweicloud.com, https://iam.ap-southeast-1.myhuaweicloud.com",
    })
    void aRegionNamesItsHosts(String region, String kms, String iam) {
        String cloud = Clouds.ofRegion(region);

        assertEquals(kms, Clouds.kms(region, cloud).toString());
        assertEquals(iam, Clouds.iam(region, cloud).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "otc.t-systems.com, iam.eu-de.otc.t-systems.com, true",
        "otc.t-systems.com, IAM.eu-de.OTC.t-systems.com, true",
        "otc.t-systems.com, otc.t-systems.com, true",
        "otc.t-systems.com, iam-pub.eu-ch2.sc.otc.t-systems.com, false",
        "sc.otc.t-systems.com, iam-pub.eu-ch2.sc.otc.t-systems.com, true",
        "sc.otc.t-systems.com, iam.eu-de.otc.t-systems.com, false",
        "otc.t-systems.com, evilotc.t-systems.com, false",
        "otc.t-systems.com, otc.t-systems.com.evil.example, false",
        "myhuaweicloud.com, iam.myhuaweicloud.com, true",
        "myhuaweicloud.com, iam.eu-west-101.myhuaweicloud.eu, false",
        "cloud.example, iam.region.cloud.example, true",
    })
    void aHostBelongsToOneCloud(String cloud, String host, boolean owned) {
        assertEquals(owned, Clouds.owns(cloud, host));
    }
}
