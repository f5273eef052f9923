package kr.nairl.platform.api;

import org.springframework.http.ResponseEntity;

/** An endpoint that nobody declared: V8AuthorizationTest adds it to the running platform and takes it away again. */
public final class Undeclared {

    /** Would answer with something. */
    public ResponseEntity<String> answer() {
        return ResponseEntity.ok("something");
    }
}
