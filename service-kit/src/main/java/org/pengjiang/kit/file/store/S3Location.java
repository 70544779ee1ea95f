package org.pengjiang.kit.file.store;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket, and how it is reached.
 *
 * @param endpoint null for the one of the region
 * @param prefix of every key; several services may share a bucket
 * @param isPathStyle {@code endpoint/bucket/key} rather than {@code bucket.endpoint/key}
 * @param timeout for an answer; a PUT has a second more for each MiB
 */
public record S3Location(
        @Nullable URI endpoint,
        String region,
        String bucket,
        String prefix,
        boolean isPathStyle,
        AwsCredentialsProvider credentials,
        Duration timeout) {
    private static final int ATTEMPTS = 2;

    S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .forcePathStyle(isPathStyle)
                .credentialsProvider(credentials)
                // the client of the JDK waits 5 seconds for a server that does not know the one; many do not know the
                // other
                .serviceConfiguration(s3 -> s3.expectContinueEnabled(false).chunkedEncodingEnabled(false))
                // servers beside Amazon's do not know the checksums that the client adds by itself
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(timeout.dividedBy(2))
                        .socketTimeout(timeout)
                        .proxyConfiguration(ProxyConfiguration.builder()
                                .useEnvironmentVariablesValues(false)
                                .build()))
                .overrideConfiguration(limits -> limits.apiCallTimeout(timeout.multipliedBy(2))
                        .apiCallAttemptTimeout(timeout)
                        .retryStrategy(retries -> retries.maxAttempts(ATTEMPTS)))
                .build();
    }
}
