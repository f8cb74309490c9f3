// Signs and verifies many APKs in one JVM by Debian's apksig. Reads one job a line, its fields
// separated by tabs, and answers one line a job, in order, once it has read all; with an argument,
// each before it reads the next:
//   sign IN OUT MIN_SDK SCHEMES SIGNERS LINEAGE   SCHEMES of v1,v2,v3,verity; SIGNERS and LINEAGE
//                                                 key folders, or - for none      -> ok
//   verify APK SDK OFFSET XOR                     with the byte at OFFSET changed; -1 for none
//                                                 -> verified|rejected|exception, scheme,
//                                                    SHA-256 of certificates, issues
import com.android.apksig.ApkSigner;
import com.android.apksig.ApkVerifier;
import com.android.apksig.SigningCertificateLineage;
import com.android.apksig.util.DataSources;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

public class Apksig {
    private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();

    public static void main(String[] args) throws Exception {
        Security.addProvider(new AndroidNames());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        if (args.length > 0) {
            for (String line; (line = in.readLine()) != null; FILES.clear()) {
                out.println(run(line));
                out.flush();
            }
            return;
        }
        List<String> jobs = in.lines().collect(Collectors.toList());
        jobs.parallelStream().map(Apksig::run).forEachOrdered(out::println);
        out.flush();
    }

    private static String run(String line) {
        String[] job = line.split("\t");
        try {
            return job[0].equals("sign") ? sign(job) : verify(job);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return "exception\t-\t-\t" + e.toString().replaceAll("\\s+", " ");
        }
    }

    private static PrivateKey key(String folder) throws Exception {
        byte[] bytes = Files.readAllBytes(Paths.get(folder, "key.pk8"));
        Exception last = null;
        for (String algorithm : new String[] {"RSA", "EC", "DSA"}) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (Exception e) {
                last = e;
            }
        }
        throw last;
    }

    private static X509Certificate certificate(String folder) throws Exception {
        byte[] bytes = Files.readAllBytes(Paths.get(folder, "certificate.der"));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    private static String sign(String[] job) throws Exception {
        List<String> schemes = Arrays.asList(job[4].split(","));
        List<ApkSigner.SignerConfig> signers = new ArrayList<>();
        for (String folder : job[5].split(",")) {
            List<X509Certificate> certificates = Collections.singletonList(certificate(folder));
            String name = "S" + signers.size();
            signers.add(new ApkSigner.SignerConfig.Builder(name, key(folder), certificates).build());
        }
        ApkSigner.Builder builder = new ApkSigner.Builder(signers)
                .setInputApk(new File(job[1]))
                .setOutputApk(new File(job[2]))
                .setMinSdkVersion(Integer.parseInt(job[3]))
                .setV1SigningEnabled(schemes.contains("v1"))
                .setV2SigningEnabled(schemes.contains("v2"))
                .setV3SigningEnabled(schemes.contains("v3"))
                .setV4SigningEnabled(false)
                .setVerityEnabled(schemes.contains("verity"));
        if (!job[6].equals("-")) {
            List<SigningCertificateLineage.SignerConfig> levels = new ArrayList<>();
            for (String folder : job[6].split(",")) {
                levels.add(new SigningCertificateLineage.SignerConfig.Builder(key(folder), certificate(folder)).build());
            }
            SigningCertificateLineage lineage =
                    new SigningCertificateLineage.Builder(levels.get(0), levels.get(1)).build();
            for (int i = 2; i < levels.size(); i++) {
                lineage = lineage.spawnDescendant(levels.get(i - 1), levels.get(i));
            }
            builder.setSigningCertificateLineage(lineage);
        }
        builder.build().sign();
        return "ok";
    }

    private static String verify(String[] job) throws Exception {
        byte[] apk = FILES.computeIfAbsent(job[1], Apksig::read);
        int sdk = Integer.parseInt(job[2]);
        int offset = Integer.parseInt(job[3]);
        if (offset >= 0) {
            apk = apk.clone();
            apk[offset] ^= (byte) Integer.parseInt(job[4]);
        }
        ApkVerifier.Result result = new ApkVerifier.Builder(DataSources.asDataSource(ByteBuffer.wrap(apk)))
                .setMinCheckedPlatformVersion(sdk)
                .setMaxCheckedPlatformVersion(sdk)
                .build()
                .verify();
        String scheme = result.isVerifiedUsingV3Scheme() ? "v3"
                : result.isVerifiedUsingV2Scheme() ? "v2"
                : result.isVerifiedUsingV1Scheme() ? "v1" : "-";
        List<String> certificates = new ArrayList<>();
        for (X509Certificate certificate : result.getSignerCertificates()) {
            StringBuilder hex = new StringBuilder();
            for (byte b : MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())) {
                hex.append(String.format("%02x", b));
            }
            certificates.add(hex.toString());
        }
        String issues = result.getAllErrors().stream()
                .map(issue -> issue.getIssue().name()).distinct().collect(Collectors.joining(","));
        return String.join("\t", result.isVerified() ? "verified" : "rejected", scheme,
                String.join(",", certificates), issues);
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(Path.of(name));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** apksig asks for PSS by Android's names, which Java does not know. */
    private static class AndroidNames extends Provider {
        AndroidNames() {
            super("AndroidNames", "1", "PSS by Android's names");
            for (String name : new String[] {"SHA256withRSA/PSS", "SHA512withRSA/PSS"}) {
                putService(new Provider.Service(this, "Signature", name, "Pss", null, null) {
                    @Override
                    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                        return new Pss(Signature.getInstance("RSASSA-PSS"));
                    }
                });
            }
        }
    }

    private static class Pss extends SignatureSpi {
        private final Signature signature;

        Pss(Signature signature) {
            this.signature = signature;
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            signature.initVerify(key);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            signature.initSign(key);
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            signature.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
            signature.update(bytes, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return signature.sign();
        }

        @Override
        protected boolean engineVerify(byte[] bytes) throws SignatureException {
            return signature.verify(bytes);
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec parameters)
                throws InvalidAlgorithmParameterException {
            signature.setParameter(parameters);
        }

        @Override
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
