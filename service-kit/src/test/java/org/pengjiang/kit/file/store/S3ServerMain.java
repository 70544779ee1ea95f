package org.pengjiang.kit.file.store;

import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** S3Proxy over a folder: {@code folder port key secret}. It prints its port when it is ready. */
final class S3ServerMain {
    private S3ServerMain() {}

    public static void main(String[] arguments) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("jclouds.filesystem.basedir", arguments[0]);
        BlobStoreContext store = ContextBuilder.newBuilder("filesystem-nio2")
                .credentials("none", "none")
                .overrides(settings)
                .buildView(BlobStoreContext.class);
        S3Proxy server = S3Proxy.builder()
                .blobStore(store.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:" + arguments[1]))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, arguments[2], arguments[3])
                .build();
        server.start();
        System.out.println(S3Server.READY + server.getPort());
    }
}
