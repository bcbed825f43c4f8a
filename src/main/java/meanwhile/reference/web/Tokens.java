package meanwhile.reference.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.javalin.http.Context;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import meanwhile.reference.seam.Credential;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.Members.Session;
import meanwhile.reference.seam.RefusedRequest;
import org.jspecify.annotations.Nullable;

/**
 * Issues and verifies access tokens: signed JWTs (HS256) with session, member and expiry. The
 * expiry is also kept in milliseconds, because JWT's seconds would cut a short lifetime by up to
 * one second.
 */
public final class Tokens {
    private static final String SESSION = "sid";
    private static final String EXPIRY_MILLIS = "exp_ms";
    private static final int KEPT = 5_000;

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * A verified signature stays valid for ever; whether the token has expired is checked
     * elsewhere.
     */
    private final Cache<String, Credential> ours = Caffeine.newBuilder().maximumSize(KEPT).build();

    /** Signs with this key tokens that live this long by this clock. */
    public Tokens(byte[] key, Duration lifetime, Clock clock) {
        try {
            signer = new MACSigner(key);
            verifier = new MACVerifier(key);
        } catch (JOSEException weak) {
            throw new IllegalArgumentException("the signing key must have 256 bits", weak);
        }
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /**
     * The two tokens of a session.
     *
     * @param accessToken for the Authorization header
     * @param refreshToken for one refresh
     * @param tokenType always Bearer
     * @param expiresIn whole seconds that the access token lives
     */
    record Pair(String accessToken, String refreshToken, String tokenType, long expiresIn) {}

    /**
     * Issues both tokens.
     *
     * @param seconds how long the access token should live; null for the maximum, which it never
     *     exceeds
     */
    Pair issue(Session session, @Nullable Integer seconds) {
        Duration granted = lifetime;
        if (seconds != null && Duration.ofSeconds(seconds).compareTo(lifetime) < 0) {
            granted = Duration.ofSeconds(Math.max(1, seconds));
        }
        Instant expiry = clock.instant().plus(granted);
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .subject(session.memberId())
                        .claim(SESSION, session.id())
                        .jwtID(Ids.fresh())
                        .expirationTime(Date.from(expiry))
                        .claim(EXPIRY_MILLIS, expiry.toEpochMilli())
                        .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException failure) {
            throw new IllegalStateException("cannot sign a token", failure);
        }
        return new Pair(
                token.serialize(),
                session.refreshToken(),
                "Bearer",
                Math.max(1, granted.toSeconds()));
    }

    /** The credential in the Authorization header; 401 without a token issued here. */
    Credential of(Context context) {
        String header = context.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw RefusedRequest.notSignedIn("Send your access token as Authorization: Bearer.");
        }
        return ours.get(header.substring(7).trim(), this::verified);
    }

    private Credential verified(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Long expiry = claims.getLongClaim(EXPIRY_MILLIS);
            String session = claims.getStringClaim(SESSION);
            if (expiry == null || session == null || !token.verify(verifier)) {
                throw RefusedRequest.notSignedIn("The access token is not ours.");
            }
            return new Credential(session, claims.getSubject(), Instant.ofEpochMilli(expiry));
        } catch (ParseException | JOSEException malformed) {
            throw RefusedRequest.notSignedIn("The access token is malformed.");
        }
    }
}
